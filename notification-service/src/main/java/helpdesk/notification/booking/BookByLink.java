package helpdesk.notification.booking;

import helpdesk.platform.contact.Phone;
import helpdesk.platform.contact.TimeZoneName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When somebody with a link wants to be called, and what about. */
public record BookByLink(
        @NotNull(message = "Choose the start of one of the slots of the link.")
        Instant slotStart,

        @Schema(description = "Whom to ask for; what the link says when left out")
        @Size(max = 200, message = "Write at most 200 characters.")
        @Pattern(regexp = "^(?=.*\\S)[^\\x00-\\x1F\\x7F]*$", message = "Write the name in one line.")
        String name,

        @Schema(description = "The number to call; what the link says when left out") @Phone
        String phone,

        @Schema(description = "The bearer's time zone; what the link says when left out") @TimeZoneName
        String timeZone,

        @NotBlank(message = "Write what it is about.") @Size(max = 2000, message = "Write at most 2,000 characters.")
        String reason) {}
