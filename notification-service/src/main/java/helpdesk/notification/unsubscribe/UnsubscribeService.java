package helpdesk.notification.unsubscribe;

import helpdesk.notification.message.Message;
import helpdesk.notification.message.MessageJournal;
import helpdesk.notification.message.Reachability;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Takes it down that somebody wants to be told no more of a kind by mail. */
@ApplicationScoped
@Transactional
class UnsubscribeService {

    private final UnsubscribeLinks links;
    private final MessageJournal journal;
    private final Reachability reachability;
    private final Causation causation;
    private final Clock clock;

    UnsubscribeService(
            UnsubscribeLinks links,
            MessageJournal journal,
            Reachability reachability,
            Causation causation,
            Clock clock) {
        this.links = links;
        this.journal = journal;
        this.reachability = reachability;
        this.causation = causation;
        this.clock = clock;
    }

    /**
     * What the link is about. Changes nothing: programs follow links in mails, too.
     *
     * @throws helpdesk.platform.problem.Problem {@code not-found} or {@code link-expired}
     */
    Unsubscription look(String token) {
        return Unsubscription.of(message(token));
    }

    /**
     * Takes it down, once. The consent is the customer's and in customer-service, which hears of it by the event; of who is no known
     * customer it is remembered here, by the address.
     *
     * @throws helpdesk.platform.problem.Problem {@code not-found} or {@code link-expired}
     */
    Unsubscription refuse(String token) {
        Message message = message(token);
        Unsubscription before = Unsubscription.of(message);
        if (before.done()) {
            return before;
        }
        Instant now = clock.instant();
        UUID whose = message.customerId() == null ? message.id() : message.customerId();
        causation.actAs(Actor.customer(whose.toString()));
        if (message.customerId() == null) {
            reachability.unsubscribe(message.recipient(), before.purpose(), now);
        }
        journal.unsubscribed(message, before.purpose(), now);
        return Unsubscription.of(message);
    }

    private Message message(String token) {
        UUID id = links.open(token);
        return journal.hold(id)
                .filter(message -> message.kind().purpose().isPresent())
                .orElseThrow(() -> PlatformProblem.NOT_FOUND.problem("There is no such message any more."));
    }
}
