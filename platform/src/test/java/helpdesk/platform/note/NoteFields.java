package helpdesk.platform.note;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** The writable part of a note. */
record NoteFields(
        @NotBlank(message = "Write something.") @Size(max = 200, message = "Write at most 200 characters.")
        String text,

        Map<String, JsonNode> custom) {}
