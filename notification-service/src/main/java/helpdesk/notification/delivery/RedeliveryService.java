package helpdesk.notification.delivery;

import helpdesk.notification.NotificationProblem;
import helpdesk.notification.message.Message;
import helpdesk.notification.message.MessageJournal;
import helpdesk.notification.message.MessageState;
import helpdesk.notification.message.Reachability;
import helpdesk.notification.message.Transport;
import helpdesk.notification.message.Transports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Sends messages again that failed. */
@ApplicationScoped
@Transactional
class RedeliveryService {

    private final MessageJournal journal;
    private final Transports transports;
    private final Reachability reachability;
    private final Clock clock;

    RedeliveryService(MessageJournal journal, Transports transports, Reachability reachability, Clock clock) {
        this.journal = journal;
        this.transports = transports;
        this.reachability = reachability;
        this.clock = clock;
    }

    /**
     * Has it wait for its server again, with all its tries.
     *
     * @throws helpdesk.platform.problem.Problem {@code message-not-found}, {@code message-not-failed}, {@code recipient-dead},
     *     {@code no-transport}
     */
    void sendAgain(UUID id) {
        Message message =
                journal.hold(id).orElseThrow(() -> NotificationProblem.MESSAGE_NOT_FOUND.problem("Check the id."));
        if (message.state() != MessageState.FAILED && message.state() != MessageState.UNCERTAIN) {
            throw NotificationProblem.MESSAGE_NOT_FAILED.problem(
                    "It is " + message.state().name().toLowerCase(Locale.ROOT) + ".");
        }
        if (reachability.find(List.of(message.recipient())).isDead(message.recipient())) {
            throw NotificationProblem.RECIPIENT_DEAD.problem(
                    "When mail arrives there again, remove the address from /api/v1/dead-recipients first.");
        }
        Transport transport = transports
                .of(message.channel())
                .orElseThrow(() -> NotificationProblem.NO_TRANSPORT.problem(
                        "An operator sets up a mail server or a provider of text messages."));
        journal.sendAgain(message, transport, clock.instant());
    }
}
