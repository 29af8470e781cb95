package helpdesk.ticket.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Agents without an account, for the tests of what is done with them. */
public final class Agents {

    private Agents() {}

    public static Agent named(String name) {
        UUID id = UUID.randomUUID();
        Agent agent = new Agent(id, Instant.EPOCH);
        agent.follow(new AccountFacts(id, "agent-" + id, name, null, List.of("agent"), true), 1, Instant.EPOCH);
        return agent;
    }
}
