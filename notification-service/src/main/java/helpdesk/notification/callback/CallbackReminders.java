package helpdesk.notification.callback;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/**
 * Reminds customers of their time, each time once: the message and the fact that it was written commit together, and nobody
 * is reminded of a time that has begun.
 */
@ApplicationScoped
class CallbackReminders {

    private static final int AT_ONCE = 200;

    private final CallbackRepository callbacks;
    private final CallbackMessages messages;
    private final Causation causation;
    private final Clock clock;

    CallbackReminders(CallbackRepository callbacks, CallbackMessages messages, Causation causation, Clock clock) {
        this.callbacks = callbacks;
        this.messages = messages;
        this.causation = causation;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void remind() {
        causation.actAs(Actor.system("callback-reminder"));
        Instant now = clock.instant();
        for (Callback callback : callbacks.claimToRemind(now, AT_ONCE)) {
            if (callback.slotStart().isAfter(now)) {
                messages.remind(callback);
            }
            callback.reminded();
        }
    }
}
