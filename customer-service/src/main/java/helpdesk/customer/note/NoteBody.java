package helpdesk.customer.note;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be written of a note. */
record NoteBody(
        @Schema(required = false)
        @NotNull(message = "Write the note.")
        @NotBlank(message = "Write the note.")
        @Size(max = 5000, message = "A note has at most 5,000 characters.")
        @PlainText(multiline = true)
        String body,

        @Schema(defaultValue = "false", description = "true: shown to whoever answers the customer")
        Boolean pinned) {

    NoteBody {
        pinned = pinned != null && pinned;
    }
}
