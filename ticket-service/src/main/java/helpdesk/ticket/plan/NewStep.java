package helpdesk.ticket.plan;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What will be done. */
@Schema(name = "NewPlanStep")
public record NewStep(
        @NotNull(message = "Say what will be done.")
        @PlainText
        @Size(max = 500, message = "At most 500 characters.")
        @Schema(description = "In words for the customer, who reads it", examples = "We order the spare part.")
        String what,

        @Schema(description = "The agent who does it. When left out, who has the ticket")
        UUID ownerId,

        @NotNull(message = "Say until when.") @Schema(description = "In the future, at most five years ahead")
        Instant dueAt) {}
