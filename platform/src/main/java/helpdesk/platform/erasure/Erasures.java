package helpdesk.platform.erasure;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.request.Causation;
import helpdesk.platform.time.Stopping;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries out requests to forget somebody: takes them in with the event, has each {@link Eraser} of the service do its part, in as
 * many tries as it takes, and gives the receipt with the last of it.
 */
@ApplicationScoped
public class Erasures {

    private static final Logger LOG = Logger.getLogger(Erasures.class);

    private static final int MOST_AT_ONCE = 100;
    private static final Actor SELF = Actor.system("erasure");

    private final ErasureTasks tasks;
    private final ErasedSubjects subjects;
    private final Instance<Eraser> erasers;
    private final Outbox outbox;
    private final Causation causation;
    private final Stopping stopping;
    private final Clock clock;
    private final String service;

    Erasures(
            ErasureTasks tasks,
            ErasedSubjects subjects,
            @Any Instance<Eraser> erasers,
            Outbox outbox,
            Causation causation,
            Stopping stopping,
            Clock clock,
            @ConfigProperty(name = "helpdesk.service") String service) {
        this.tasks = tasks;
        this.subjects = subjects;
        this.erasers = erasers;
        this.outbox = outbox;
        this.causation = causation;
        this.stopping = stopping;
        this.clock = clock;
        this.service = service;
    }

    /** Takes a request in. From now on nothing that is told of the person is kept. */
    public void accept(IncomingEvent event) {
        ErasureRequest request = event.data(ErasureRequest.class);
        subjects.add(request.subjects());
        tasks.add(request, event);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void carryOut() {
        try {
            for (int i = 0; i < MOST_AT_ONCE && !stopping.hasBegun(); i++) {
                Optional<ErasureTask> task = tasks.claim();
                if (task.isEmpty()) {
                    return;
                }
                carryOut(task.get());
            }
        } catch (RuntimeException e) {
            if (!Failures.isTransient(e)) {
                throw e;
            }
            LOG.debugf("Erasures wait for the database: %s", e.getMessage());
        }
    }

    private void carryOut(ErasureTask task) {
        try {
            causation.following(task.correlationId(), task.eventId(), task.traceParent(), SELF, () -> {
                ErasureOutcome outcome = erase(task.request());
                QuarkusTransaction.requiringNew().run(() -> finish(task, outcome));
                return null;
            });
        } catch (RuntimeException e) {
            if (!Failures.isTransient(e)) {
                LOG.errorf(
                        e, "The erasure %s is tried again later", task.request().requestId());
            }
            tasks.putOff(task);
        }
    }

    private ErasureOutcome erase(ErasureRequest request) {
        return erasers.stream()
                .map(eraser -> eraser.erase(request))
                .reduce(ErasureOutcome::and)
                .orElseThrow(() -> new IllegalStateException("Nothing in this service erases"));
    }

    private void finish(ErasureTask task, ErasureOutcome outcome) {
        ErasureRequest request = task.request();
        subjects.add(outcome.related());
        tasks.forgetMentions(request, outcome.related());
        if (!tasks.remove(task)) {
            return;
        }
        outbox.append(
                request.requestId(),
                request.round(),
                new PersonalDataErased(
                        request.requestId(),
                        request.round(),
                        request.subjectId(),
                        service,
                        outcome.erased(),
                        clock.instant()));
    }
}
