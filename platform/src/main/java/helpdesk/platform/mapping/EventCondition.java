package helpdesk.platform.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that holds of an event or does not, by what a path finds in it. */
@OneTest
@Schema(
        name = "EventCondition",
        description =
                "A path with one of in, notIn, contains and present. Several values are found by a wildcard: one of them "
                        + "is enough for in and contains, and none may be among notIn.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventCondition(
        @NotNull(message = "Say where to look.") @PathText @Schema(examples = "data.status")
        String path,

        @Size(min = 1, max = MOST_VALUES, message = "Give 1 to 50 values.")
        @Schema(description = "It is one of these", examples = "[\"firing\"]")
        List<
                        @NotNull(message = "Give a value.")
                        @Size(max = LONGEST_VALUE, message = "A value has at most 200 characters.") String>
                in,

        @Size(min = 1, max = MOST_VALUES, message = "Give 1 to 50 values.")
        @Schema(description = "It is none of these, or there is nothing")
        List<
                        @NotNull(message = "Give a value.")
                        @Size(max = LONGEST_VALUE, message = "A value has at most 200 characters.") String>
                notIn,

        @Size(min = 1, max = MOST_VALUES, message = "Give 1 to 50 texts to look for.")
        @Schema(description = "It has one of these in it, in capitals or not")
        List<
                        @NotNull(message = "Give a text to look for.")
                        @Size(min = 1, max = LONGEST_VALUE, message = "A text to look for has 1 to 200 characters.")
                        String>
                contains,

        @Schema(description = "There is something, or nothing")
        Boolean present) {

    private static final int MOST_VALUES = 50;
    private static final int LONGEST_VALUE = 200;

    /** Whether it holds of this event. */
    public boolean holds(EventDocument event) {
        List<String> found = EventPath.of(path).find(event);
        if (in != null) {
            return found.stream().anyMatch(in::contains);
        }
        if (notIn != null) {
            return found.stream().noneMatch(notIn::contains);
        }
        if (contains != null) {
            return found.stream().map(value -> value.toLowerCase(Locale.ROOT)).anyMatch(value -> contains.stream()
                    .anyMatch(part -> value.contains(part.toLowerCase(Locale.ROOT))));
        }
        return present != found.isEmpty();
    }
}
