package helpdesk.feedback.job;

import helpdesk.platform.problem.Failures;
import helpdesk.platform.time.Stopping;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/** Does a job in batches, each in a short transaction of its own, so that it can stop and go on anywhere. */
@ApplicationScoped
public class Batches {

    private static final Logger LOG = Logger.getLogger(Batches.class);

    private final Stopping stopping;

    Batches(Stopping stopping) {
        this.stopping = stopping;
    }

    /**
     * Does batches until one is not full, or the service stops. A database that is away is waited for: the job's next run goes on.
     *
     * @param batch does one and says of how many rows
     */
    public void untilDone(String job, int full, IntSupplier batch) {
        try {
            int done = full;
            while (done >= full && !stopping.hasBegun()) {
                done = batch.getAsInt();
            }
        } catch (RuntimeException e) {
            if (!stopping.hasBegun() && !Failures.isTransient(e)) {
                throw e;
            }
            LOG.debugf("%s: goes on later: %s", job, e.getMessage());
        }
    }
}
