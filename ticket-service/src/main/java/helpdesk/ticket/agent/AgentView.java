package helpdesk.ticket.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.vocabulary.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agent's profile. */
@Schema(name = "Agent")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgentView(
        UUID id,
        String username,
        String name,
        String title,
        String email,
        int tier,
        List<String> languages,
        List<Skill> skills,
        List<String> groups,

        @Schema(description = "How many open tickets of each channel the agent gets at most at once")
        Map<Channel, Integer> capacity,

        Presence presence,
        Instant presenceSince,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static AgentView of(Agent agent) {
        AgentPatch writable = agent.writable();
        return new AgentView(
                agent.id(),
                agent.username(),
                agent.name(),
                agent.title(),
                agent.email(),
                agent.tier(),
                writable.languages(),
                writable.skills(),
                writable.groups(),
                agent.capacity(),
                writable.presence(),
                agent.presenceSince(),
                agent.isActive(),
                agent.createdAt(),
                agent.updatedAt(),
                agent.version());
    }
}
