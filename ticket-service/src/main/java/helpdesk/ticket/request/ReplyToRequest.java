package helpdesk.ticket.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the requester writes. */
public record ReplyToRequest(
        @NotBlank(message = "Write something.") @Size(max = 65536, message = "A comment has at most 65,536 characters.")
        String body) {}
