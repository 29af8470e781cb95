package helpdesk.notification.delivery;

import helpdesk.notification.message.DeliveryOutcome;
import helpdesk.notification.message.Message;
import helpdesk.notification.message.MessageAttempt;
import helpdesk.notification.message.MessageJournal;
import helpdesk.notification.message.Reachability;
import helpdesk.notification.message.Transport;
import helpdesk.platform.contact.EmailAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Takes what came back. */
@ApplicationScoped
public class Bounces {

    private final MessageIds ids;
    private final MessageJournal journal;
    private final Reachability reachability;
    private final Clock clock;

    Bounces(MessageIds ids, MessageJournal journal, Reachability reachability, Clock clock) {
        this.ids = ids;
        this.journal = journal;
        this.reachability = reachability;
        this.clock = clock;
    }

    /**
     * Takes a bounce. The same one has one effect, however often it comes.
     *
     * @return whether it is about a message of ours to this recipient
     */
    @Transactional
    public boolean take(Bounce bounce) {
        Optional<Message> found = id(bounce.messageId()).flatMap(journal::hold).filter(message -> message.recipient()
                .equals(EmailAddresses.normalize(bounce.recipient())));
        found.ifPresent(message -> take(message, bounce, clock.instant()));
        return found.isPresent();
    }

    private void take(Message message, Bounce bounce, Instant now) {
        String said = SaidByServer.without(
                bounce.status().code() + " " + (bounce.diagnostic() == null ? "" : bounce.diagnostic()),
                message.recipient());
        boolean known = message.attempts().stream()
                .anyMatch(attempt -> attempt.outcome() == DeliveryOutcome.BOUNCED && said.equals(attempt.detail()));
        if (known) {
            return;
        }
        boolean forGood = bounce.status().isForGood();
        journal.bounced(message, new MessageAttempt(now, Transport.SMTP, DeliveryOutcome.BOUNCED, said), forGood);
        if (forGood && bounce.status().isOfDeadAddress()) {
            reachability.addDead(message.recipient(), bounce.status().code(), said, now);
        }
    }

    private Optional<UUID> id(String messageId) {
        try {
            return Optional.of(UUID.fromString(messageId));
        } catch (IllegalArgumentException notPlain) {
            return ids.message(messageId);
        }
    }
}
