package helpdesk.platform.note;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.contact.EmailAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A request with a field of every kind that a service has. */
record WriteNote(
        @NotBlank(message = "Write something.") @Size(max = 200, message = "Write at most 200 characters.")
        String text,

        NoteKind kind,
        @Max(value = 5, message = "Give at most 5 stars.") Integer stars,
        Boolean pinned,
        UUID replyTo,
        Instant remindAt,

        @Size(max = 3, message = "Name at most 3 people.") List<@Valid Person> people,

        List<@NotBlank(message = "A tag is not blank.") String> tags,
        Map<String, JsonNode> custom) {

    record Person(
            @NotBlank(message = "Give a name.") String name,
            @EmailAddress String email) {}
}
