package helpdesk.customer.review;

import helpdesk.customer.job.Steps;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.Failures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Looks at customers anew moments after something became known of them, and at all of them once a day and after a rule has
 * changed. What became known is noted by the database itself, so that no writer can forget it. One process at a time does it.
 */
@ApplicationScoped
public class ProfileReviews {

    private static final Logger LOG = Logger.getLogger(ProfileReviews.class);

    private static final int AT_ONCE = 200;
    private static final int MOST_STEPS = 5_000;
    private static final long LOCK = 0x7265_7669_6577L;
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final String TAKE = """
            delete from profile_news where id = any(array(select id from profile_news order by id limit %d))
            returning customer_id""".formatted(AT_ONCE);

    /** From where the round goes on; empty when none is under way, and a new one when one is due. */
    private static final String ROUND = """
            update review_round
            set place = coalesce(place, ?), begun_at = case when place is null then ? else begun_at end,
                asked = asked and place is not null
            where place is not null or asked or begun_at <= ?
            returning place""";

    /** Behind those who could not be reviewed together. */
    private static final String PASS = """
            with told as (delete from profile_news where customer_id = any(?) returning 1)
            update review_round set place = greatest(place, last.id)
            from (select max(id::text)::uuid as id from unnest(?) as one (id)) as last
            where place is not null and (select count(*) from told) = 0""";

    private static final UUID BEGINNING = new UUID(0, 0);

    private final Instance<ProfileReviewer> reviewers;
    private final Steps steps;
    private final Sql sql;
    private final Clock clock;

    ProfileReviews(@Any Instance<ProfileReviewer> reviewers, Steps steps, Sql sql, Clock clock) {
        this.reviewers = reviewers;
        this.steps = steps;
        this.sql = sql;
        this.clock = clock;
    }

    /** Has all customers looked at, because a rule is new or different. When the transaction commits. */
    public void askForAll() {
        sql.execute("update review_round set asked = true");
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void review() {
        steps.take("Reviews of customers", MOST_STEPS, this::reviewSome);
    }

    /** One that cannot be reviewed keeps no other waiting. */
    private boolean reviewSome() {
        AtomicReference<List<UUID>> taken = new AtomicReference<>(List.of());
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (isMine()) {
                    taken.set(next());
                    review(taken.get());
                }
            });
        } catch (RuntimeException e) {
            if (taken.get().isEmpty() || Failures.isTransient(e)) {
                throw e;
            }
            LOG.debugf(e, "%d customers are reviewed one by one", taken.get().size());
            taken.get().forEach(this::reviewAlone);
            QuarkusTransaction.requiringNew().run(() -> pass(taken.get()));
        }
        return !taken.get().isEmpty();
    }

    private void reviewAlone(UUID customer) {
        try {
            QuarkusTransaction.requiringNew().run(() -> review(List.of(customer)));
        } catch (RuntimeException e) {
            if (Failures.isTransient(e)) {
                throw e;
            }
            LOG.errorf(e, "The customer %s is not reviewed", customer);
        }
    }

    private void pass(List<UUID> customers) {
        UUID[] ids = customers.toArray(UUID[]::new);
        sql.execute(PASS, ids, ids);
    }

    private boolean isMine() {
        return sql.first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
                .orElse(false);
    }

    /** Of whom something became known, or else who comes next in the round. */
    private List<UUID> next() {
        List<UUID> news = sql.list(TAKE, row -> row.getObject(1, UUID.class)).stream()
                .distinct()
                .toList();
        return news.isEmpty() ? nextInRound() : news;
    }

    private List<UUID> nextInRound() {
        Instant now = clock.instant();
        List<UUID> round = sql.list(ROUND, row -> row.getObject(1, UUID.class), BEGINNING, now, now.minus(A_DAY));
        if (round.isEmpty()) {
            return List.of();
        }
        List<UUID> customers = sql.list(
                "select id from customer where id > ? order by id limit " + AT_ONCE,
                row -> row.getObject(1, UUID.class),
                round.getFirst());
        sql.execute("update review_round set place = ?", customers.isEmpty() ? null : customers.getLast());
        return customers;
    }

    private void review(List<UUID> customers) {
        if (!customers.isEmpty()) {
            reviewers.forEach(reviewer -> reviewer.review(customers));
        }
    }
}
