package helpdesk.customer.timeline;

import helpdesk.customer.identity.Identification;
import helpdesk.customer.identity.OpenedTicket;
import helpdesk.customer.identity.TicketLinks;
import helpdesk.customer.lapse.Lapses;
import helpdesk.customer.privacy.ErasureService;
import helpdesk.customer.profile.Owner;
import helpdesk.customer.reward.EarnedRewards;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the tickets: finds out whose each one is, and tells on that customer's timeline what happens to it. */
@ApplicationScoped
public class TicketEvents implements NamedConsumer {

    private static final String OPENED = "ticket.opened";
    private static final String RESOLVED = "ticket.resolved";

    private final EventConsumer consumer;
    private final ErasureService erasures;
    private final Identification identification;
    private final TicketLinks links;
    private final Timeline timeline;
    private final PendingEntries pending;
    private final EarnedRewards rewards;
    private final ErasedSubjects erased;
    private final Lapses lapses;

    TicketEvents(
            EventConsumer consumer,
            ErasureService erasures,
            Identification identification,
            TicketLinks links,
            Timeline timeline,
            PendingEntries pending,
            EarnedRewards rewards,
            ErasedSubjects erased,
            Lapses lapses) {
        this.consumer = consumer;
        this.erasures = erasures;
        this.identification = identification;
        this.links = links;
        this.timeline = timeline;
        this.pending = pending;
        this.rewards = rewards;
        this.erased = erased;
        this.lapses = lapses;
    }

    @Incoming("tickets")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "customer-service.tickets";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        if (event.type().equals(ErasureService.RECEIPT)) {
            erasures.receive(event);
            return;
        }
        String kind = EventKind.of(event);
        if (!TicketStory.tells(kind)) {
            return;
        }
        TicketFacts ticket = event.data(TicketFacts.class);
        if (ticket.probe()) {
            pending.forget(ticket.ticketId());
            return;
        }
        if (erased.contains(ticket.ticketId())) {
            return;
        }
        Optional<Owner> found = whose(kind, ticket, event);
        found.ifPresent(owner -> {
            pending.attach(ticket.ticketId());
            rewards.ticketLinked(ticket.ticketId(), owner.customerId());
        });
        links.follow(ticket.ticketId(), ticket.number(), ticket.subject(), ticket.status(), event);
        timeline.add(Stories.ticket(kind, event, ticket));
        if (kind.equals(OPENED) && ticket.winBackOf() != null) {
            lapses.opened(ticket.winBackOf(), ticket.ticketId());
        }
        if (kind.equals(RESOLVED)) {
            rewards.ticketResolved(ticket.customerId(), ticket.ticketId(), ticket.type(), event);
        }
    }

    /** The customer whose the ticket is, when that became known by this event. */
    private Optional<Owner> whose(String kind, TicketFacts ticket, IncomingEvent event) {
        if (ticket.customerId() != null) {
            return identification.remember(ticket.ticketId(), ticket.customerId());
        }
        return kind.equals(OPENED)
                ? identification.identify(event.data(OpenedTicket.class), event.time())
                : Optional.empty();
    }
}
