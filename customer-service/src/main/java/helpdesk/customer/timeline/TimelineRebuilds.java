package helpdesk.customer.timeline;

import helpdesk.platform.kafka.TopicScan;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.request.Causation;
import helpdesk.platform.time.Stopping;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jboss.logging.Logger;

/** Begins rebuilds, and goes on with them, some hundred records in each transaction. */
@ApplicationScoped
class TimelineRebuilds {

    private static final Logger LOG = Logger.getLogger(TimelineRebuilds.class);

    /** Whoever goes on with it has this long for a step; then somebody else may. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final long LOCK = 0x7465_6275_696c_64L;
    private static final int RECORDS_A_STEP = 500;
    private static final int MOST_STEPS = 10_000;

    private final Session session;
    private final Sql sql;
    private final TopicScan topics;
    private final TimelineRewriting rewriting;
    private final Causation causation;
    private final Stopping stopping;
    private final Clock clock;
    private final List<String> names;

    TimelineRebuilds(
            Session session,
            Sql sql,
            TopicScan topics,
            TimelineRewriting rewriting,
            Causation causation,
            Stopping stopping,
            Clock clock,
            @ConfigProperty(name = "helpdesk.topics") List<String> names) {
        this.session = session;
        this.sql = sql;
        this.topics = topics;
        this.rewriting = rewriting;
        this.causation = causation;
        this.stopping = stopping;
        this.clock = clock;
        this.names = names;
    }

    /** Begins one, unless one runs already. */
    @Transactional
    TimelineRebuildView begin() {
        // Of two who ask at once the second finds the first one's.
        sql.first("select pg_advisory_xact_lock(?)", row -> true, LOCK);
        return running(LockMode.NONE)
                .orElseGet(() -> {
                    List<RebuildPlace> places = topics.ends(topics.partitions(names)).entrySet().stream()
                            .map(end -> new RebuildPlace(
                                    end.getKey().topic(), end.getKey().partition(), 0, end.getValue()))
                            .toList();
                    TimelineRebuild rebuild =
                            new TimelineRebuild(Ids.next(), places, causation.actor(), clock.instant());
                    session.persist(rebuild);
                    return rebuild;
                })
                .view();
    }

    @Transactional
    List<TimelineRebuildView> latest() {
        return session.createSelectionQuery("from TimelineRebuild order by id desc", TimelineRebuild.class)
                .setMaxResults(10)
                .getResultStream()
                .map(TimelineRebuild::view)
                .toList();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() {
        try {
            for (int step = 0; step < MOST_STEPS && !stopping.hasBegun(); step++) {
                Optional<Step> claimed = QuarkusTransaction.requiringNew().call(this::claim);
                if (claimed.isEmpty()) {
                    return;
                }
                take(claimed.get());
            }
        } catch (KafkaException e) {
            LOG.debugf("The rebuild of the timelines waits for the broker: %s", e.getMessage());
        } catch (RuntimeException e) {
            if (!Failures.isTransient(e)) {
                throw e;
            }
            LOG.debugf("The rebuild of the timelines waits for the database: %s", e.getMessage());
        }
    }

    private void take(Step step) {
        TopicScan.Records records = topics.read(
                step.place().topicPartition(), step.place().next(), step.place().end(), RECORDS_A_STEP);
        QuarkusTransaction.requiringNew().run(() -> {
            TimelineRebuild rebuild = session.find(TimelineRebuild.class, step.rebuild(), LockMode.PESSIMISTIC_WRITE);
            TimelineRewriting.Outcome outcome = rewriting.write(records.records());
            rebuild.advance(step.place().at(records.next()), outcome.added(), outcome.corrected());
            rebuild.leaseUntil(clock.instant());
        });
    }

    /** Where to go on; a rebuild that has come to its end is finished. */
    private Optional<Step> claim() {
        Instant now = clock.instant();
        return running(LockMode.PESSIMISTIC_WRITE)
                .filter(rebuild -> rebuild.isDueAt(now))
                .flatMap(rebuild -> {
                    Optional<Step> step = rebuild.next().map(place -> new Step(rebuild.id(), place));
                    if (step.isEmpty()) {
                        rebuild.finish(now);
                    }
                    rebuild.leaseUntil(now.plus(LEASE));
                    return step;
                });
    }

    private Optional<TimelineRebuild> running(LockMode lock) {
        SelectionQuery<TimelineRebuild> query =
                session.createSelectionQuery("from TimelineRebuild where state = RUNNING", TimelineRebuild.class);
        return query.setHibernateLockMode(lock).uniqueResultOptional();
    }

    private record Step(UUID rebuild, RebuildPlace place) {}
}
