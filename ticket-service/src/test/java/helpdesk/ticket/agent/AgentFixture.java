package helpdesk.ticket.agent;

import java.time.Instant;
import java.util.UUID;

/** Agents without a database. */
public final class AgentFixture {

    private AgentFixture() {}

    /** One with this profile. */
    public static Agent agent(AgentPatch profile, Instant now) {
        Agent agent = new Agent(UUID.randomUUID(), now);
        agent.write(profile, now);
        return agent;
    }

    /** What the profile says. */
    public static AgentPatch profile(Agent agent) {
        return agent.writable();
    }
}
