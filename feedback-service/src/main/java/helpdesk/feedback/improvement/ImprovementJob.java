package helpdesk.feedback.improvement;

import helpdesk.platform.problem.Failures;
import helpdesk.platform.time.Stopping;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Hears and tells, every second. Replicas share the work by row locks. */
@ApplicationScoped
class ImprovementJob {

    private static final Logger LOG = Logger.getLogger(ImprovementJob.class);

    /** Then the next run goes on, so that neither keeps the other waiting for long. */
    private static final int MOST_STEPS = 100;

    private final Hearing hearing;
    private final Telling telling;
    private final Stopping stopping;

    ImprovementJob(Hearing hearing, Telling telling, Stopping stopping) {
        this.hearing = hearing;
        this.telling = telling;
        this.stopping = stopping;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        take("Improvements that hear", hearing::hearSome);
        take("Improvements that are told", telling::tellSome);
    }

    private void take(String what, BooleanSupplier step) {
        try {
            boolean more = true;
            for (int i = 0; more && i < MOST_STEPS && !stopping.hasBegun(); i++) {
                more = step.getAsBoolean();
            }
        } catch (RuntimeException e) {
            if (stopping.hasBegun()) {
                LOG.debugf(e, "%s go on after the next start", what);
            } else if (Failures.isDatabaseAway(e)) {
                LOG.warnf("%s wait for the database: %s", what, e.getMessage());
            } else {
                LOG.errorf(e, "%s are tried again in a second", what);
            }
        }
    }
}
