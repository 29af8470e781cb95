package helpdesk.ticket.channel;

import helpdesk.platform.text.PlainText;
import helpdesk.platform.time.PlausibleTime;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an adapter reports of a reply that it was asked to bring to a network. */
public record ReportDelivery(
        @NotNull(message = NetworkName.MESSAGE) @Pattern(regexp = NetworkName.FORM, message = NetworkName.MESSAGE)
        String network,

        @NotNull(message = "Name the comment that was to be brought there by its id.")
        UUID commentId,

        @NotNull(message = "Say whether it was delivered or failed.")
        DeliveryOutcome outcome,

        @PlainText
        @Size(max = 200, message = "A message's id has at most 200 characters.")
        @Schema(description = "The id that the network gave it")
        String networkMessageId,

        @PlainText
        @Size(max = 1000, message = "A reason has at most 1,000 characters.")
        @Schema(description = "Why it failed")
        String reason,

        @PlausibleTime
        @Schema(description = "When that was; of two reports that differ the later one stands. When left out, now")
        Instant at) {}
