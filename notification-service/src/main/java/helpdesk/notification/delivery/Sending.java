package helpdesk.notification.delivery;

import helpdesk.notification.message.ClaimedMessage;
import helpdesk.notification.message.DeliveryOutcome;
import helpdesk.notification.message.MessageAttempt;
import helpdesk.notification.message.MessageJournal;
import helpdesk.notification.message.MessageQueue;
import helpdesk.notification.message.QueueLimits;
import helpdesk.notification.message.Reachability;
import helpdesk.notification.message.Transport;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes messages that are due, has each sent, and writes down what came of it. Nothing is sent in a transaction, so a server that
 * hangs holds no connection of the database.
 */
@ApplicationScoped
class Sending {

    /** What was taken is written down by all means: otherwise it goes a second time. */
    private static final int WRITES = 5;

    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
    private static final String KILLED =
            "Nobody knows whether it arrived: the process that sent it ended while the server had it.";

    private final MessageQueue queue;
    private final MessageJournal journal;
    private final Reachability reachability;
    private final MailSender mail;
    private final SmsSender sms;
    private final RetryPlan plan;
    private final QueueLimits limits;
    private final Causation causation;
    private final Clock clock;
    private final MeterRegistry metrics;

    /** A few write at once, so that the others of the service get connections too. */
    private final Semaphore writers = new Semaphore(4);

    Sending(
            MessageQueue queue,
            MessageJournal journal,
            Reachability reachability,
            MailSender mail,
            SmsSender sms,
            RetryPlan plan,
            DeliverySettings settings,
            Causation causation,
            Clock clock,
            MeterRegistry metrics) {
        this.queue = queue;
        this.journal = journal;
        this.reachability = reachability;
        this.mail = mail;
        this.sms = sms;
        this.plan = plan;
        this.limits = new QueueLimits(settings.connections(), settings.rate());
        this.causation = causation;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Takes some that are due. */
    @ActivateRequestContext
    List<ClaimedMessage> take(Transport transport, int places) {
        return QuarkusTransaction.requiringNew().call(() -> queue.claim(transport, places, limits, clock.instant()));
    }

    /**
     * Sends it, once.
     *
     * @return whether its server could be reached
     */
    @ActivateRequestContext
    boolean send(ClaimedMessage message) throws InterruptedException {
        causation.actAs(Actor.system("delivery"));
        SendOutcome outcome = message.begunAt() == null ? attempt(message) : new SendOutcome.Unknown(KILLED);
        boolean taken = outcome instanceof SendOutcome.Taken;
        for (int write = 1; ; write++) {
            try {
                write(message, outcome);
                break;
            } catch (RuntimeException e) {
                if (!taken || write == WRITES) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_WRITES.toNanos());
            }
        }
        metrics.counter(
                        "helpdesk.messages.attempts",
                        "transport",
                        message.transport().name().toLowerCase(Locale.ROOT),
                        "outcome",
                        outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .increment();
        return !(outcome instanceof SendOutcome.NotNow notNow && notNow.unreachable());
    }

    private SendOutcome attempt(ClaimedMessage message) {
        return switch (message.transport()) {
            case SMTP ->
                mail.send(message, () -> QuarkusTransaction.requiringNew()
                        .call(() -> queue.begin(message, clock.instant())));
            case SMS -> sms.send(message);
            case KEPT, INBOX -> throw new IllegalStateException("Nothing waits for " + message.transport());
        };
    }

    private void write(ClaimedMessage message, SendOutcome outcome) throws InterruptedException {
        writers.acquire();
        try {
            QuarkusTransaction.requiringNew().run(() -> record(message, outcome, clock.instant()));
        } finally {
            writers.release();
        }
    }

    private void record(ClaimedMessage message, SendOutcome outcome, Instant now) {
        switch (outcome) {
            case SendOutcome.Taken taken ->
                journal.sent(message, attempt(message, DeliveryOutcome.DELIVERED, taken, now));
            case SendOutcome.NotNow notNow ->
                again(
                        message,
                        attempt(message, DeliveryOutcome.FAILED, notNow, now),
                        plan.afterFailure(message.tries(), notNow.retryAfter(), now));
            case SendOutcome.Never never -> {
                MessageAttempt attempt = attempt(message, DeliveryOutcome.FAILED, never, now);
                journal.givenUp(message, attempt);
                if (never.status() != null && never.status().isOfDeadAddress()) {
                    reachability.addDead(message.recipient(), never.status().code(), attempt.detail(), now);
                }
            }
            case SendOutcome.Unknown unknown ->
                again(
                        message,
                        attempt(message, DeliveryOutcome.UNCERTAIN, unknown, now),
                        plan.afterDoubt(message.doubts(), now));
            case SendOutcome.Lost ignored -> {
                // Whoever has it now writes down what comes of it.
            }
        }
    }

    private void again(ClaimedMessage message, MessageAttempt attempt, Optional<Instant> next) {
        next.ifPresentOrElse(time -> journal.tried(message, attempt, time), () -> journal.givenUp(message, attempt));
    }

    private static MessageAttempt attempt(
            ClaimedMessage message, DeliveryOutcome outcome, SendOutcome how, Instant now) {
        return new MessageAttempt(
                now, message.transport(), outcome, SaidByServer.without(how.detail(), message.recipient()));
    }
}
