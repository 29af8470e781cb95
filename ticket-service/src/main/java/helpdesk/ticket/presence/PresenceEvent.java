package helpdesk.ticket.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.outbox.DomainEvent;
import helpdesk.ticket.agent.Agent;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is at a ticket has changed. */
public record PresenceEvent(
        UUID presenceId, UUID ticketId, Who agent, Activity activity, Instant since, Instant changedAt)
        implements DomainEvent {

    /** The agent whom it is about. */
    @Schema(name = "PresentAgent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Who(UUID id, String name, String title) {

        static Who of(Agent agent) {
            return new Who(agent.id(), agent.name(), agent.title());
        }
    }

    @Override
    public String eventType() {
        return "org.helpdesk.presence.changed.v1";
    }
}
