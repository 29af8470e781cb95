package helpdesk.ticket.routing;

import helpdesk.platform.persistence.Sql;
import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.agent.AgentRepository;
import helpdesk.ticket.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where it is kept who is there, and what they have to do. */
@ApplicationScoped
public class PoolRepository {

    /** Of all that route at the same time, one does. */
    private static final long LOCK = 0x726f757465L;

    private static final String LOADS = """
            select assignee_id, channel, count(*) from ticket
            where assignee_id = any(?) and status in ('NEW', 'OPEN') group by assignee_id, channel""";

    private static final String TAKE_TURNS = """
            insert into routing_turn (agent_id, assigned_at)
            select turn.agent, cast(turn.at as timestamptz) from unnest(?, ?) as turn (agent, at)
            on conflict (agent_id) do update set assigned_at = excluded.assigned_at""";

    private final AgentRepository agents;
    private final Sql sql;

    PoolRepository(AgentRepository agents, Sql sql) {
        this.agents = agents;
        this.sql = sql;
    }

    private record Load(UUID agent, Channel channel, int tickets) {}

    private record Turn(UUID agent, Instant at) {}

    /** The people who are there, for this transaction alone; empty while another has them. */
    public Optional<AgentPool> take() {
        boolean alone = sql.first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
                .orElseThrow();
        return alone ? Optional.of(read()) : Optional.empty();
    }

    /** Keeps whose turn it was. */
    public void keep(AgentPool pool) {
        Map<UUID, Instant> turns = pool.turns();
        if (!turns.isEmpty()) {
            sql.execute(
                    TAKE_TURNS,
                    turns.keySet().toArray(UUID[]::new),
                    turns.values().stream().map(Instant::toString).toArray(String[]::new));
        }
    }

    private AgentPool read() {
        List<Agent> online = agents.listOnline();
        UUID[] ids = online.stream().map(Agent::id).toArray(UUID[]::new);
        Map<UUID, Map<Channel, Integer>> loads = new HashMap<>();
        sql.list(
                        LOADS,
                        row -> new Load(row.getObject(1, UUID.class), Channel.valueOf(row.getString(2)), row.getInt(3)),
                        (Object) ids)
                .forEach(load -> loads.computeIfAbsent(load.agent(), agent -> new EnumMap<>(Channel.class))
                        .put(load.channel(), load.tickets()));
        Map<UUID, Instant> turns = sql
                .list(
                        "select agent_id, assigned_at from routing_turn where agent_id = any(?)",
                        row -> new Turn(
                                row.getObject(1, UUID.class),
                                row.getObject(2, OffsetDateTime.class).toInstant()),
                        (Object) ids)
                .stream()
                .collect(Collectors.toMap(Turn::agent, Turn::at));
        return new AgentPool(online.stream()
                .map(agent -> new Candidate(
                        agent,
                        loads.getOrDefault(agent.id(), Map.of()),
                        later(turns.getOrDefault(agent.id(), Instant.EPOCH), agent.presenceSince())))
                .toList());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
