package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.agent.Agent;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who serves the customer: customers are told name and title (practice 2). */
@Schema(name = "Assignee")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgentData(UUID id, String name, String title) {

    static AgentData of(Agent agent) {
        return agent == null ? null : new AgentData(agent.id(), agent.name(), agent.title());
    }
}
