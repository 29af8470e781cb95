package helpdesk.ticket.routing;

import helpdesk.ticket.agent.Agent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The people who are there. Whoever reads it to give something to them does so alone. */
public final class AgentPool {

    private final List<Candidate> candidates;
    private final Map<UUID, Instant> turns = new LinkedHashMap<>();

    AgentPool(List<Candidate> candidates) {
        this.candidates = candidates;
    }

    /** Whether anybody could take anything. */
    public boolean hasRoom() {
        return candidates.stream().anyMatch(Candidate::hasRoom);
    }

    /** Who should do it, of those who can, may and have the time; it counts as theirs from now on. */
    public Optional<Agent> pick(Need need, Instant now) {
        Optional<Candidate> picked = candidates.stream()
                .filter(candidate -> candidate.suits(need, now))
                .min(Candidate.preference(need.channel()));
        picked.ifPresent(candidate -> {
            // A little later than the turn before, so that turns taken together have an order.
            Instant turn = now.plus(turns.size(), ChronoUnit.MICROS);
            candidate.take(need.channel(), turn);
            turns.put(candidate.agent().id(), turn);
        });
        return picked.map(Candidate::agent);
    }

    /** Who was picked, and when last. */
    Map<UUID, Instant> turns() {
        return turns;
    }
}
