package helpdesk.platform.agent;

import helpdesk.platform.inbox.Arrival;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A service's own replica of those who work here, in its table {@code known_agent}: account managers (practice 2) and owners of
 * improvements (practice 12) are among them.
 */
@ApplicationScoped
public class KnownAgents {

    private static final String FOLLOW = """
            insert into known_agent (id, name, active, sequence) values (?, ?, ?, ?)
            on conflict (id) do update
            set name = excluded.name, active = excluded.active, sequence = excluded.sequence
            where known_agent.sequence < excluded.sequence""";

    private final Sql sql;

    KnownAgents(Sql sql) {
        this.sql = sql;
    }

    /** Takes over an account, unless something newer was taken over before. */
    public void follow(AccountFacts account, long sequence) {
        sql.execute(FOLLOW, account.accountId(), account.displayName(), account.worksHere(), sequence);
    }

    /**
     * Passes when this is somebody who works here, or nobody. Who was made this second is waited for.
     *
     * @param pointer where the id was sent
     * @throws helpdesk.platform.problem.Problem {@code unknown-agent}
     */
    public void require(UUID id, String pointer) {
        if (id != null
                && Arrival.await(() -> Optional.of(id).filter(this::isActive)).isEmpty()) {
            throw PlatformProblem.UNKNOWN_AGENT.at(
                    pointer, "Nobody who works here has this id. See GET /api/v1/agents.");
        }
    }

    /** How those of them are called who were ever known. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.list(
                    "select id, name from known_agent where id = any(?)",
                    row -> names.put(row.getObject(1, UUID.class), row.getString(2)),
                    (Object) ids.toArray(UUID[]::new));
        }
        return names;
    }

    private boolean isActive(UUID id) {
        return sql.first("select active from known_agent where id = ?", row -> row.getBoolean(1), id)
                .orElse(false);
    }
}
