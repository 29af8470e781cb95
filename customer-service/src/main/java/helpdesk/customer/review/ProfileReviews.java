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
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
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

    private static final String NEWS = """
            select id, customer_id from profile_news order by id limit %d""".formatted(AT_ONCE);

    /** From where the round goes on; empty when none is under way, and a new one when one is due. */
    private static final String ROUND = """
            update review_round
            set place = coalesce(place, ?), begun_at = case when place is null then ? else begun_at end,
                asked = asked and place is not null
            where place is not null or asked or begun_at <= ?
            returning place""";

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
        AtomicReference<Some> taken = new AtomicReference<>(Some.NOBODY);
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (isMine()) {
                    taken.set(next());
                    review(taken.get().customers());
                    pass(taken.get());
                }
            });
        } catch (OptimisticLockException e) {
            // Somebody else wrote a customer meanwhile: what that was is looked at the next time, too.
            LOG.debugf("Reviews go on later: %s", e.getMessage());
            return false;
        } catch (RuntimeException e) {
            if (taken.get().customers().isEmpty() || Failures.isTransient(e)) {
                throw e;
            }
            LOG.debugf(
                    e,
                    "%d customers are reviewed one by one",
                    taken.get().customers().size());
            taken.get().customers().forEach(this::reviewAlone);
            QuarkusTransaction.requiringNew().run(() -> pass(taken.get()));
        }
        return !taken.get().customers().isEmpty();
    }

    private void reviewAlone(UUID customer) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                sql.first("select pg_advisory_xact_lock(?)", row -> true, LOCK);
                review(List.of(customer));
            });
        } catch (RuntimeException e) {
            if (Failures.isTransient(e) || e instanceof OptimisticLockException) {
                throw e;
            }
            LOG.errorf(e, "The customer %s is not reviewed", customer);
        }
    }

    private boolean isMine() {
        return sql.first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
                .orElse(false);
    }

    /** Of whom something became known, or else who comes next in the round; always in one order. */
    private Some next() {
        List<News> news = sql.list(NEWS, row -> new News(row.getLong(1), row.getObject(2, UUID.class)));
        if (!news.isEmpty()) {
            return new Some(
                    news.stream()
                            .map(News::customerId)
                            .distinct()
                            .sorted(Comparator.comparing(UUID::toString))
                            .toList(),
                    news,
                    false);
        }
        Instant now = clock.instant();
        List<UUID> round = sql.list(ROUND, row -> row.getObject(1, UUID.class), BEGINNING, now, now.minus(A_DAY));
        if (round.isEmpty()) {
            return Some.NOBODY;
        }
        List<UUID> customers = sql.list(
                "select id from customer where id > ? order by id limit " + AT_ONCE,
                row -> row.getObject(1, UUID.class),
                round.getFirst());
        if (customers.isEmpty()) {
            sql.execute("update review_round set place = null");
        }
        return new Some(customers, List.of(), true);
    }

    /** They were reviewed: exactly what was known of them then is no news any more, or the round goes on behind them. */
    private void pass(Some some) {
        if (!some.news().isEmpty()) {
            sql.execute(
                    "delete from profile_news where id = any(cast(? as bigint[]))",
                    some.news().stream()
                            .map(news -> Long.toString(news.id()))
                            .collect(Collectors.joining(",", "{", "}")));
        } else if (some.ofRound() && !some.customers().isEmpty()) {
            Instant now = clock.instant();
            sql.execute("""
                    update review_round set begun_at = case when place is null then ? else begun_at end,
                        asked = asked and place is not null, place = ?""", now, some.customers().getLast());
        }
    }

    private void review(List<UUID> customers) {
        if (!customers.isEmpty()) {
            reviewers.forEach(reviewer -> reviewer.review(customers));
        }
    }

    /** Something that became known. */
    private record News(long id, UUID customerId) {}

    /** Who is reviewed, and why: of news, or in the round. */
    private record Some(List<UUID> customers, List<News> news, boolean ofRound) {

        static final Some NOBODY = new Some(List.of(), List.of(), false);
    }
}
