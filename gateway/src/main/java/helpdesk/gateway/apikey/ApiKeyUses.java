package helpdesk.gateway.apikey;

import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.Failures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** When each key was last used: remembered with each request, and written down once a minute for all keys together. */
@ApplicationScoped
class ApiKeyUses {

    private static final Logger LOG = Logger.getLogger(ApiKeyUses.class);

    /** Another replica may write the same down at this moment; then it is as good as this. */
    private static final String WRITE = """
            with used as (
                select id, at from unnest(?::uuid[], ?::text[]::timestamptz[]) as used (id, at)
            ), held as (
                select id from api_key where id in (select id from used) order by id for update skip locked
            )
            update api_key set last_used_at = greatest(last_used_at, used.at)
            from used join held using (id) where api_key.id = used.id""";

    private final Sql sql;
    private final Clock clock;
    private final Map<UUID, Instant> uses = new ConcurrentHashMap<>();

    ApiKeyUses(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Remembers that a key is used now. There are no more than keys that are known. */
    void remember(UUID key) {
        uses.put(key, clock.instant());
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void writeDown() {
        Map<UUID, Instant> written = new TreeMap<>(uses);
        if (written.isEmpty()) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> write(written));
            // Those that were used again since stay for the next time.
            written.forEach(uses::remove);
        } catch (RuntimeException e) {
            LOG.logf(
                    Failures.isDatabaseAway(e) ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "When API keys were used is written down later: %s",
                    e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        writeDown();
    }

    private void write(Map<UUID, Instant> written) {
        sql.execute(
                WRITE,
                written.keySet().toArray(UUID[]::new),
                written.values().stream().map(Instant::toString).toArray(String[]::new));
    }
}
