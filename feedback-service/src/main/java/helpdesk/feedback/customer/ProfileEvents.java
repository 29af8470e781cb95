package helpdesk.feedback.customer;

import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Follows how customers are called and reached. Reads the topic for itself, from its beginning: who follows merges and erasures may
 * have read far already.
 */
@ApplicationScoped
public class ProfileEvents implements NamedConsumer {

    private static final Set<String> PROFILES =
            Set.of("org.helpdesk.customer.created.v1", "org.helpdesk.customer.changed.v1");

    private final EventConsumer consumer;
    private final KnownCustomers customers;
    private final ErasedSubjects erased;

    ProfileEvents(EventConsumer consumer, KnownCustomers customers, ErasedSubjects erased) {
        this.consumer = consumer;
        this.customers = customers;
        this.erased = erased;
    }

    @Incoming("profiles")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "feedback-service.profiles";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        if (!PROFILES.contains(event.type())) {
            return;
        }
        KnownCustomer customer = event.data(ProfileFacts.class).customer(event.sequence());
        if (!erased.contains(customer.id())) {
            customers.follow(List.of(customer));
        }
    }
}
