package helpdesk.customer.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.customer.identity.Identification;
import helpdesk.customer.mapping.MappedEvents;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.profile.Owner;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.inbox.PoisonException;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells on the timelines what other systems report of customers, and makes profiles of those whom they present. */
@ApplicationScoped
public class IntegrationEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final CustomerRepository customers;
    private final Identification identification;
    private final MappedEvents mappings;
    private final EventCustomers eventCustomers;
    private final LoyaltyNews loyalty;
    private final Timeline timeline;

    IntegrationEvents(
            EventConsumer consumer,
            CustomerRepository customers,
            Identification identification,
            MappedEvents mappings,
            EventCustomers eventCustomers,
            LoyaltyNews loyalty,
            Timeline timeline) {
        this.consumer = consumer;
        this.customers = customers;
        this.identification = identification;
        this.mappings = mappings;
        this.eventCustomers = eventCustomers;
        this.loyalty = loyalty;
        this.timeline = timeline;
    }

    @Incoming("integrations")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "customer-service.integrations";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        if (event.type().startsWith(EventKind.OURS)) {
            throw new PoisonException("The type " + event.type() + " is kept for our own services");
        }
        IntegrationFacts told = IntegrationFacts.of(event.data(JsonNode.class));
        IntegrationFacts facts = mappings.read(event).map(told::as).orElse(told);
        whose(facts, event.time()).ifPresent(owner -> {
            eventCustomers.keep(event, owner);
            loyalty.follow(owner, facts, event);
            UUID named = owner.originId() == null ? owner.customerId() : owner.originId();
            timeline.add(Stories.integration(event, facts, named));
        });
    }

    /** By our own id, or an address; who presents themselves and is not known yet gets a profile. */
    private Optional<Owner> whose(IntegrationFacts facts, Instant happened) {
        return customers
                .owner(facts.customerId())
                .or(() -> customers.owners(facts.emails()).values().stream()
                        .findFirst()
                        .map(customer -> new Owner(customer, null)))
                .or(() -> facts.person()
                        .flatMap(person -> identification.recognise(person, null, happened))
                        .map(found -> new Owner(found.customer().id(), null)));
    }
}
