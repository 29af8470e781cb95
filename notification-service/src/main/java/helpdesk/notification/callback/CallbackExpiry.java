package helpdesk.notification.callback;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.request.Causation;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Gives up callbacks that nobody made until a day after their time, so that the list of those due stays true. */
@ApplicationScoped
class CallbackExpiry {

    static final Duration GRACE = Duration.ofHours(24);

    private static final int AT_ONCE = 200;

    private final CallbackRepository callbacks;
    private final Outbox outbox;
    private final CallbackMessages messages;
    private final Causation causation;
    private final Clock clock;

    CallbackExpiry(
            CallbackRepository callbacks, Outbox outbox, CallbackMessages messages, Causation causation, Clock clock) {
        this.callbacks = callbacks;
        this.outbox = outbox;
        this.messages = messages;
        this.causation = causation;
        this.clock = clock;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void expireOverdue() {
        causation.actAs(Actor.system("callback-expiry"));
        Instant now = clock.instant();
        for (Callback callback : callbacks.claimOverdue(now.minus(GRACE), AT_ONCE)) {
            outbox.append(callback, callback.expire(now));
            messages.apologise(callback);
        }
    }
}
