package helpdesk.customer.profile;

import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.PoisonException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;

/** Takes it down as withdrawn consent when a customer says, by the link in a message, that they want no more of a kind. */
@ApplicationScoped
public class Unsubscriptions {

    public static final String EVENT = "org.helpdesk.message.unsubscribed.v1";

    private static final String HOW = "By the link in a message";

    private final CustomerRepository customers;
    private final ConsentService consents;

    Unsubscriptions(CustomerRepository customers, ConsentService consents) {
        this.customers = customers;
        this.consents = consents;
    }

    /** Of who is unknown here, or was forgotten, nothing is taken down: notification-service remembers the address. */
    public void take(IncomingEvent event) {
        event.requireOwnNamespace();
        Facts facts = event.data(Facts.class);
        customers
                .owner(facts.customerId())
                .ifPresent(owner -> consents.say(
                        owner.customerId(),
                        new ConsentBody(
                                constant(Purpose.class, facts.purpose()),
                                constant(ContactChannel.class, facts.channel()),
                                false,
                                HOW,
                                facts.messageId().toString())));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String wireName) {
        try {
            return Enum.valueOf(type, wireName.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new PoisonException("This is nothing that customers say anything of: " + wireName);
        }
    }

    private record Facts(UUID messageId, UUID customerId, String purpose, String channel) {

        Facts {
            if (messageId == null || purpose == null || channel == null) {
                throw new PoisonException("messageId, purpose and channel are needed");
            }
        }
    }
}
