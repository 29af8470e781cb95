package helpdesk.customer.job;

import helpdesk.platform.problem.Failures;
import helpdesk.platform.time.Stopping;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Does a job in steps, each in a short transaction of its own, so that it can stop and go on anywhere. */
@ApplicationScoped
public class Steps {

    private static final Logger LOG = Logger.getLogger(Steps.class);

    private final Stopping stopping;

    Steps(Stopping stopping) {
        this.stopping = stopping;
    }

    /**
     * Takes steps until there is nothing left to do, it was enough, or the service stops. A database that is away is waited for:
     * the job's next run goes on.
     *
     * @param most how many steps are taken at most
     * @param step says whether there may be more to do
     */
    public void take(String job, int most, BooleanSupplier step) {
        try {
            boolean more = true;
            for (int i = 0; more && i < most && !stopping.hasBegun(); i++) {
                more = step.getAsBoolean();
            }
        } catch (RuntimeException e) {
            if (!Failures.isTransient(e)) {
                throw e;
            }
            LOG.debugf("%s: waits for the database: %s", job, e.getMessage());
        }
    }
}
