package helpdesk.customer.profile;

import helpdesk.platform.outbox.DomainEvent;
import helpdesk.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;
import java.util.function.Function;

/** Tells what happens to customers beside their profiles: the world by events, and the customer's timeline. */
@ApplicationScoped
public class CustomerJournal {

    private final Outbox outbox;
    private final Event<Told> told;

    CustomerJournal(Outbox outbox, Event<Told> told) {
        this.outbox = outbox;
        this.told = told;
    }

    /**
     * Tells it as an event of the customer, whom the caller holds.
     *
     * @param line what the timeline says, given the event's id
     */
    public void tell(Customer customer, DomainEvent event, Function<UUID, Told> line) {
        customer.speakOf();
        told.fire(line.apply(outbox.append(customer, event)));
    }
}
