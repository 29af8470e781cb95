package helpdesk.feedback.invitation;

import helpdesk.platform.problem.Failures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/** Sends what is due: every second, and at once when something due was stored. Replicas share the work by row locks. */
@ApplicationScoped
class InvitationJob {

    private static final Logger LOG = Logger.getLogger(InvitationJob.class);

    private final PeriodRounds rounds;
    private final InvitationSender sender;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ExecutorService wakeUps = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("invitations").unstarted(task));
    private volatile boolean stopping;

    InvitationJob(PeriodRounds rounds, InvitationSender sender) {
        this.rounds = rounds;
        this.sender = sender;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        untilDone(() -> rounds.proceed() ? InvitationSender.BATCH : 0);
        untilDone(sender::sendDue);
        untilDone(sender::remindDue);
        untilDone(sender::expireOverdue);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) InvitationDue due) {
        if (woken.compareAndSet(false, true)) {
            wakeUps.execute(() -> {
                woken.set(false);
                untilDone(sender::sendDue);
            });
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        wakeUps.shutdown();
    }

    private void untilDone(IntSupplier batch) {
        try {
            while (!stopping && batch.getAsInt() == InvitationSender.BATCH) {
                // The next batch.
            }
        } catch (RuntimeException e) {
            if (stopping) {
                LOG.debug("Invitations go on after the next start", e);
            } else if (Failures.isDatabaseAway(e)) {
                LOG.warnf("Invitations wait for the database: %s", e.getMessage());
            } else {
                LOG.error("Invitations are tried again in a second", e);
            }
        }
    }
}
