package helpdesk.platform.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to look for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MentionSearch(
        @NotNull(message = "Name what to look for.")
        @Size(min = 1, max = 20, message = "Name 1 to 20 terms.")
        @Schema(examples = "[\"Amara Okafor\", \"amara@example.com\", \"+447700900142\"]")
        List<
                        @NotBlank(message = "A term is not blank.")
                        @Size(min = 3, max = 200, message = "A term has 3 to 200 characters.") String>
                terms,

        @Schema(description = "The next of the former answer: where it goes on")
        String after) {}
