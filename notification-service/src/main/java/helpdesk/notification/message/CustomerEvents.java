package helpdesk.notification.message;

import helpdesk.notification.customers.KnownCustomer;
import helpdesk.notification.customers.KnownCustomers;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.erasure.Erasures;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.inbox.PoisonException;
import helpdesk.platform.succession.Successions;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Learns how customers are called and reached, whose tickets are whose, who goes on as whom, and who wants to be forgotten;
 * tells them of coupons, greets them, and tells them that they are missed.
 */
@ApplicationScoped
public class CustomerEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final Postbox postbox;
    private final Greetings greetings;
    private final TicketOwners tickets;
    private final KnownCustomers customers;
    private final Successions successions;
    private final Erasures erasures;
    private final ErasedSubjects erasedSubjects;
    private final GatheredWork<KnownCustomer> profiles;

    CustomerEvents(
            EventConsumer consumer,
            KnownCustomers customers,
            Postbox postbox,
            Greetings greetings,
            TicketOwners tickets,
            Successions successions,
            Erasures erasures,
            ErasedSubjects erasedSubjects,
            TransactionSynchronizationRegistry transactions) {
        this.consumer = consumer;
        this.postbox = postbox;
        this.greetings = greetings;
        this.tickets = tickets;
        this.customers = customers;
        this.successions = successions;
        this.erasures = erasures;
        this.erasedSubjects = erasedSubjects;
        this.profiles = new GatheredWork<>(transactions, this::follow);
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
        // What profiles say of being told things counts for what is posted together with them.
        profiles.begin();
        switch (event.type()) {
            case "org.helpdesk.customer.created.v1", "org.helpdesk.customer.changed.v1" ->
                profiles.add(event.data(CustomerFacts.class).profile(event.sequence()));
            case "org.helpdesk.customer.merged.v1" -> {
                Merged merged = event.data(Merged.class);
                successions.follow(merged.customerId(), merged.intoId(), event.sequence());
            }
            case "org.helpdesk.customer.unmerged.v1" -> {
                CustomerFacts facts = event.data(CustomerFacts.class);
                profiles.add(facts.profile(event.sequence()));
                successions.follow(facts.customerId(), null, event.sequence());
            }
            case "org.helpdesk.customer.erasure-requested.v1" -> erasures.accept(event);
            case "org.helpdesk.customer.identified.v1" -> identify(event.data(CustomerFacts.class));
            case "org.helpdesk.reward.issued.v1" -> tellOfCoupon(event.id(), event.data(CouponFacts.class));
            case "org.helpdesk.milestone.reached.v1" -> greetings.greet(event.data(MilestoneFacts.class));
            case "org.helpdesk.customer.lapsed.v1" -> greetings.miss(event.data(LapseFacts.class));
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
        tickets.learn(facts.ticketId(), facts.customerId());
    }

    private void follow(List<KnownCustomer> fresh) {
        Set<UUID> erased = erasedSubjects.among(
                fresh.stream().map(KnownCustomer::id).distinct().toList());
        customers.follow(
                fresh.stream().filter(profile -> !erased.contains(profile.id())).toList());
    }

    private record Merged(UUID customerId, UUID intoId) {

        Merged {
            if (customerId == null || intoId == null) {
                throw new PoisonException("customerId and intoId are needed");
            }
        }
    }
}
