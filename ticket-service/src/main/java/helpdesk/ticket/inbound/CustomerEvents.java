package helpdesk.ticket.inbound;

import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.erasure.Erasures;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.succession.Successions;
import helpdesk.ticket.customers.CustomerFacts;
import helpdesk.ticket.customers.KnownCustomers;
import helpdesk.ticket.ticketing.TicketLearning;
import helpdesk.ticket.ticketing.WinBackTickets;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the replica of customers, learns which customer a ticket's requester is, follows merges, wins back who stays away, and forgets. */
@ApplicationScoped
public class CustomerEvents implements NamedConsumer, EventHandler {

    private static final String IDENTIFIED = "org.helpdesk.customer.identified.v1";

    private final EventConsumer consumer;
    private final KnownCustomers customers;
    private final TicketLearning tickets;
    private final WinBackTickets winBacks;
    private final Successions successions;
    private final Erasures erasures;
    private final ErasedSubjects erased;

    CustomerEvents(
            EventConsumer consumer,
            KnownCustomers customers,
            TicketLearning tickets,
            WinBackTickets winBacks,
            Successions successions,
            Erasures erasures,
            ErasedSubjects erased) {
        this.consumer = consumer;
        this.customers = customers;
        this.tickets = tickets;
        this.winBacks = winBacks;
        this.successions = successions;
        this.erasures = erasures;
        this.erased = erased;
    }

    @Incoming("customers")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "ticket-service.customers";
    }

    @Override
    public EventHandler handler() {
        return this;
    }

    @Override
    public void prepare(List<IncomingEvent> events) {
        tickets.hold(events.stream()
                .filter(event -> event.type().equals(IDENTIFIED))
                .map(event -> event.data(Identified.class).ticketId())
                .toList());
    }

    @Override
    public void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        switch (event.type()) {
            case "org.helpdesk.customer.created.v1", "org.helpdesk.customer.changed.v1" ->
                customers.follow(event.data(CustomerFacts.class), event.sequence());
            case IDENTIFIED -> {
                Identified identified = event.data(Identified.class);
                if (!erased.among(List.of(identified.ticketId(), identified.customerId()))
                        .isEmpty()) {
                    return;
                }
                tickets.identified(
                        identified.ticketId(),
                        successions.current(identified.customerId()),
                        identified.customerId(),
                        identified.name(),
                        identified.preferredName());
            }
            case "org.helpdesk.customer.merged.v1" -> {
                Merged merged = event.data(Merged.class);
                successions.follow(merged.customerId(), merged.intoId(), event.sequence());
            }
            case "org.helpdesk.customer.unmerged.v1" -> {
                CustomerFacts profile = event.data(CustomerFacts.class);
                customers.follow(profile, event.sequence());
                successions.follow(profile.customerId(), null, event.sequence());
            }
            case "org.helpdesk.customer.lapsed.v1" -> {
                Lapsed lapsed = event.data(Lapsed.class);
                UUID current = successions.current(lapsed.customerId());
                if (erased.among(List.of(lapsed.customerId(), current)).isEmpty()) {
                    winBacks.open(lapsed.winBack(current));
                }
            }
            case "org.helpdesk.customer.erasure-requested.v1" -> erasures.accept(event);
            default -> {
                // Other facts about customers do not concern tickets.
            }
        }
    }

    private record Merged(UUID customerId, UUID intoId) {
        Merged {
            Objects.requireNonNull(customerId, "customerId is missing");
            Objects.requireNonNull(intoId, "intoId is missing");
        }
    }

    private record Identified(UUID ticketId, UUID customerId, String name, String preferredName) {
        Identified {
            Objects.requireNonNull(ticketId, "ticketId is missing");
            Objects.requireNonNull(customerId, "customerId is missing");
        }
    }
}
