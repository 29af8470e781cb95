package helpdesk.gateway.limit;

import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.time.Stopping;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells the other instances once a second what was done here, and takes what was done there, so that a limit is one limit
 * however many instances there are: a client may have what it does within about three seconds beyond it. Three statements a
 * second however many requests there are. While the database is away each instance limits for itself.
 */
@ApplicationScoped
class SharedUse {

    private static final Logger LOG = Logger.getLogger(SharedUse.class);

    /** Who does the most is told first; beyond these nobody is near a limit who is not at it in each instance alone. */
    private static final int MOST_TOLD = 1_000;

    /** In the seconds of the database, which are the same for all. */
    private static final String NOW = "select cast(floor(extract(epoch from clock_timestamp())) as bigint)";

    private static final String TELL = """
            insert into limit_use (slot, instance, bucket, used)
            select cast(floor(extract(epoch from clock_timestamp())) as bigint), ?, bucket, cast(used as bigint)
            from unnest(?, ?) as told (bucket, used)
            on conflict (slot, instance, bucket) do update set used = limit_use.used + excluded.used""";

    private static final String HEAR = """
            select bucket, cast(sum(used) as bigint) from limit_use
            where slot > ? and slot <= ? and instance <> ?
            group by bucket
            limit 20000""";

    private static final String FORGET = """
            delete from limit_use where ctid = any(array(
                select ctid from limit_use where slot < ? limit 10000 for update skip locked))""";

    /** What is written in a second may be committed in the next one, so it is read in the one after that. */
    private static final int SETTLED = 2;

    private final LimitSettings settings;
    private final Buckets buckets;
    private final Sql sql;
    private final Stopping stopping;
    private final UUID instance = Ids.next();
    private long heard;

    SharedUse(LimitSettings settings, Buckets buckets, Sql sql, Stopping stopping) {
        this.settings = settings;
        this.buckets = buckets;
        this.sql = sql;
        this.stopping = stopping;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void exchange() {
        if (!settings.enabled() || stopping.hasBegun()) {
            return;
        }
        List<Buckets.Use> here = buckets.used(MOST_TOLD);
        try {
            QuarkusTransaction.requiringNew().call(() -> exchange(here)).forEach(buckets::usedElsewhere);
        } catch (RuntimeException e) {
            LOG.logf(
                    Failures.isDatabaseAway(e) ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "Limits count for this instance alone until the database answers: %s",
                    e.getMessage());
        }
    }

    private List<Buckets.Use> exchange(List<Buckets.Use> here) {
        if (!here.isEmpty()) {
            sql.execute(
                    TELL,
                    instance,
                    here.stream().map(Buckets.Use::bucket).toArray(String[]::new),
                    here.stream().map(use -> Long.toString(use.count())).toArray(String[]::new));
        }
        long settled = sql.first(NOW, row -> row.getLong(1)).orElseThrow() - SETTLED;
        long since = Math.max(heard, settled - Policy.WINDOW);
        List<Buckets.Use> elsewhere =
                sql.list(HEAR, row -> new Buckets.Use(row.getString(1), row.getLong(2)), since, settled, instance);
        if (settled / Policy.WINDOW != heard / Policy.WINDOW) {
            sql.execute(FORGET, settled - 2L * Policy.WINDOW);
        }
        heard = Math.max(heard, settled);
        return elsewhere;
    }
}
