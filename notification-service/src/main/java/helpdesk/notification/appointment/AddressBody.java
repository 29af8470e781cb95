package helpdesk.notification.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where somebody is visited, as people there write it. */
@Schema(name = "VisitAddress")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AddressBody(
        @NotNull(message = "Write the address in lines: house and street first.")
        @Size(min = 1, max = 6, message = "Write 1 to 6 lines.")
        List<
                        @NotBlank(message = "Write something in each line.")
                        @Size(max = 200, message = "Write at most 200 characters in a line.")
                        @Pattern(regexp = ONE_LINE, message = "Write one line.") String>
                lines,

        @Size(min = 1, max = 20, message = "Write 1 to 20 characters.")
        @Pattern(regexp = ONE_LINE, message = "Write the postal code in one line.")
        String postalCode,

        @Size(min = 1, max = 200, message = "Write 1 to 200 characters.")
        @Pattern(regexp = ONE_LINE, message = "Write the city in one line.")
        String city,

        @Size(min = 1, max = 100, message = "Write 1 to 100 characters.")
        @Pattern(regexp = ONE_LINE, message = "Write the country in one line.")
        String country) {

    private static final String ONE_LINE = "^[^\\x00-\\x1F\\x7F\\u2028\\u2029]*$";

    /** All of it, with commas between. */
    String inOneLine() {
        String place = Stream.of(postalCode, city).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return Stream.concat(lines.stream(), Stream.of(place, country == null ? "" : country))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
