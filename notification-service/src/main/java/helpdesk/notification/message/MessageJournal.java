package helpdesk.notification.message;

import helpdesk.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes down what came of attempts to send messages, and tells it. A message that is gone was forgotten meanwhile: nothing is written. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MessageJournal {

    private final MessageRepository messages;
    private final MessageQueue queue;
    private final Outbox outbox;

    MessageJournal(MessageRepository messages, MessageQueue queue, Outbox outbox) {
        this.messages = messages;
        this.queue = queue;
        this.outbox = outbox;
    }

    /** The message, held until the end of the transaction. */
    public Optional<Message> hold(UUID id) {
        return Optional.ofNullable(messages.findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** It was taken. That counts, whoever has it by now. */
    public void sent(ClaimedMessage claimed, MessageAttempt attempt) {
        hold(claimed.id())
                .filter(message -> message.state() != MessageState.SENT)
                .ifPresent(message -> {
                    queue.end(claimed.id());
                    outbox.append(message, message.sent(attempt));
                });
    }

    /** It was not taken, or nobody knows, and is tried again then. */
    public void tried(ClaimedMessage claimed, MessageAttempt attempt, Instant next) {
        hold(claimed.id()).ifPresent(message -> {
            if (queue.putBack(claimed, next, attempt.outcome() == DeliveryOutcome.UNCERTAIN)) {
                message.tried(attempt);
            }
        });
    }

    /** It was not taken, or nobody knows, and it is not tried again. */
    public void givenUp(ClaimedMessage claimed, MessageAttempt attempt) {
        hold(claimed.id()).ifPresent(message -> {
            if (queue.end(claimed)) {
                outbox.append(
                        message,
                        attempt.outcome() == DeliveryOutcome.UNCERTAIN
                                ? message.leaveInDoubt(attempt)
                                : message.fail(attempt));
            }
        });
    }

    /** It came back. */
    public void bounced(Message message, MessageAttempt attempt, boolean forGood) {
        if (forGood && message.state() != MessageState.FAILED) {
            queue.end(message.id());
            outbox.append(message, message.fail(attempt));
        } else {
            message.tried(attempt);
        }
    }

    /** It waits for its transport again. */
    public void sendAgain(Message message, Transport transport, Instant now) {
        message.queueAgain();
        queue.end(message.id());
        queue.add(Map.of(message, transport), now);
    }

    /** Whoever got it wants no more such messages. */
    public void unsubscribed(Message message, String purpose, Instant now) {
        outbox.append(message, message.unsubscribe(purpose, now));
    }
}
