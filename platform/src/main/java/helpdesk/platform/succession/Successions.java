package helpdesk.platform.succession;

import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What goes on as something else, and lets all that refers to it follow. Each row keeps what it referred to at first, so a
 * succession that ends leaves everything as if it had never been. News may come in any order: what counts is where the chains
 * of successors end.
 */
@ApplicationScoped
public class Successions {

    /** Longer than any transaction lasts: whoever had looked up the former successor has stored it by then. */
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(2);

    private static final int MOST_AT_ONCE = 100;

    private static final String FOLLOW = """
            insert into succession (id, into_id, sequence, settle_at) values (?, ?, ?, ?)
            on conflict (id) do update set into_id = excluded.into_id, sequence = excluded.sequence,
                settle_at = excluded.settle_at
            where succession.sequence < excluded.sequence""";

    private static final String KIN = """
            with recursive kin as (
                select cast(? as uuid) as id
                union select s.id from succession s join kin on s.into_id = kin.id)
            select id from kin""";

    private static final String CURRENT = """
            with recursive line (start, id, step) as (
                select one, one, 0 from unnest(?) as asked (one)
                union all
                select line.start, s.into_id, line.step + 1
                from line join succession s on s.id = line.id where s.into_id is not null and line.step < 100)
            select distinct on (start) start, id from line order by start, step desc""";

    private static final String SETTLE = """
            update succession set settle_at = null where ctid = any(array(
                select ctid from succession where settle_at < ? order by settle_at limit 1 for update skip locked))
            returning id""";

    private final Sql sql;
    private final Instance<Redirection> redirections;
    private final Clock clock;

    Successions(Sql sql, @Any Instance<Redirection> redirections, Clock clock) {
        this.sql = sql;
        this.redirections = redirections;
        this.clock = clock;
    }

    /**
     * From now on the one goes on as the other, and what refers to it follows. Passed over when something newer is known.
     *
     * @param successor null when it stands for itself again
     * @param sequence grows with each news of the one
     */
    public void follow(UUID id, UUID successor, long sequence) {
        if (sql.execute(FOLLOW, id, successor, sequence, clock.instant().plus(SETTLED_AFTER)) > 0) {
            redirect(id);
        }
    }

    /** What the one goes on as; itself when it stands for itself. */
    public UUID current(UUID id) {
        return current(List.of(id)).get(id);
    }

    /** What each of them goes on as. One statement. */
    public Map<UUID, UUID> current(Collection<UUID> ids) {
        Map<UUID, UUID> current = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.list(CURRENT, row -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), (Object)
                            ids.stream().distinct().toArray(UUID[]::new))
                    .forEach(line -> current.put(line.getKey(), line.getValue()));
        }
        return current;
    }

    /** The one and all that go on as it, in any number of steps. */
    public List<UUID> kin(UUID id) {
        return sql.list(KIN, row -> row.getObject(1, UUID.class), id);
    }

    /** Whoever looked a successor up just before it changed may have stored the former one just afterwards. */
    @Scheduled(every = "30s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settle() {
        Instant now = clock.instant();
        boolean more = true;
        for (int i = 0; more && i < MOST_AT_ONCE; i++) {
            more = QuarkusTransaction.requiringNew().call(() -> settleOne(now));
        }
    }

    private boolean settleOne(Instant now) {
        Optional<UUID> late = sql.first(SETTLE, row -> row.getObject(1, UUID.class), now);
        late.ifPresent(this::redirect);
        return late.isPresent();
    }

    private void redirect(UUID id) {
        UUID successor = current(id);
        List<UUID> kin = kin(id);
        redirections.forEach(redirection -> redirection.redirect(successor, kin));
    }
}
