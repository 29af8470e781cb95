package helpdesk.ticket.plan;

import helpdesk.platform.text.PlainText;
import helpdesk.ticket.input.Kept;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be written of a step. */
@Schema(name = "PlanStepPatch")
public record StepPatch(
        @Kept(message = "A step always says what will be done.")
        @PlainText
        @Size(max = 500, message = "At most 500 characters.")
        String what,

        @Kept(message = "A step is always somebody's.") UUID ownerId,

        @Kept(message = "A step always has a time.") Instant dueAt,

        @Kept(message = "Say true or false.") @Schema(description = "true: it is done; stays so")
        Boolean done) {}
