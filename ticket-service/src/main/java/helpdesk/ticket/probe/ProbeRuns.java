package helpdesk.ticket.probe;

import helpdesk.platform.time.Stopping;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Has probes ask when they are due. Replicas share the work; each request is asked once. */
@ApplicationScoped
public class ProbeRuns {

    /** What one run asks at most; the next goes on. */
    private static final int MOST = 1_000;

    private final ProbeService service;
    private final Stopping stopping;

    ProbeRuns(ProbeService service, Stopping stopping) {
        this.service = service;
        this.stopping = stopping;
    }

    /** Asks what is due. */
    @Scheduled(
            every = "{helpdesk.ticket.probes-every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        boolean more = true;
        for (int i = 0; more && !stopping.hasBegun() && i < MOST; i++) {
            more = service.askDue();
        }
    }
}
