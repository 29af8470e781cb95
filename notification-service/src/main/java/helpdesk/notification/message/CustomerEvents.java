package helpdesk.notification.message;

import helpdesk.notification.customers.KnownCustomer;
import helpdesk.notification.customers.KnownCustomers;
import helpdesk.notification.customers.KnownTickets;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.inbox.PoisonException;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns how customers are called and reached, and whose tickets are whose. */
@ApplicationScoped
public class CustomerEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final MessageRepository messages;
    private final Postbox postbox;
    private final KnownTickets tickets;
    private final GatheredWork<KnownCustomer> profiles;
    private final GatheredWork<CustomerFacts> identified;

    CustomerEvents(
            EventConsumer consumer,
            MessageRepository messages,
            KnownCustomers customers,
            Postbox postbox,
            KnownTickets tickets,
            TransactionSynchronizationRegistry transactions) {
        this.consumer = consumer;
        this.messages = messages;
        this.postbox = postbox;
        this.tickets = tickets;
        this.profiles = new GatheredWork<>(transactions, customers::follow);
        this.identified = new GatheredWork<>(transactions, this::giveMessages);
    }

    @Incoming("customers")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "notification-service.customers";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        switch (event.type()) {
            case "org.helpdesk.customer.created.v1", "org.helpdesk.customer.changed.v1" ->
                profiles.add(event.data(CustomerFacts.class).profile(event.sequence()));
            case "org.helpdesk.customer.identified.v1" -> identify(event.data(CustomerFacts.class));
            case "org.helpdesk.reward.issued.v1" -> tellOfCoupon(event.id(), event.data(CouponFacts.class));
            default -> {}
        }
    }

    /** One of a series is nobody's: it is handed out. */
    private void tellOfCoupon(String eventId, CouponFacts coupon) {
        if (coupon.customerId() != null) {
            postbox.post(coupon.message(eventId));
        }
    }

    private void identify(CustomerFacts facts) {
        if (facts.ticketId() == null) {
            throw new PoisonException("The ticket of an identified customer is needed");
        }
        identified.add(facts);
    }

    private void giveMessages(List<CustomerFacts> facts) {
        SortedMap<UUID, UUID> owners = new TreeMap<>();
        facts.forEach(fact -> owners.putIfAbsent(fact.ticketId(), fact.customerId()));
        tickets.lock(owners);
        messages.giveToOwners(owners.keySet());
    }
}
