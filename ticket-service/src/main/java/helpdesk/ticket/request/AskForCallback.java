package helpdesk.ticket.request;

import helpdesk.platform.contact.Phone;
import helpdesk.platform.contact.TimeZoneName;
import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A wish to be called back. */
public record AskForCallback(
        @Phone @Schema(description = "When left out, the number that is known")
        String phone,

        @TimeZoneName @Schema(description = "IANA; where the caller is")
        String timeZone,

        @Schema(description = "When, from GET /api/v1/callback-slots; when left out, as soon as possible")
        Instant slotStart,

        @PlainText(multiline = true) @Size(max = 1000, message = "A reason has at most 1,000 characters.")
        String reason) {}
