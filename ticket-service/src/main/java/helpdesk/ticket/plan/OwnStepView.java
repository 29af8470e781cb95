package helpdesk.ticket.plan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step of a plan among those that somebody has to do. */
@Schema(name = "OwnPlanStep")
public record OwnStepView(UUID ticketId, @JsonUnwrapped StepView step) {}
