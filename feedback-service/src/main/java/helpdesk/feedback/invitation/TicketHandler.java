package helpdesk.feedback.invitation;

import helpdesk.feedback.campaign.Campaign;
import helpdesk.feedback.campaign.CampaignRepository;
import helpdesk.feedback.campaign.CampaignTrigger;
import helpdesk.feedback.customer.KnownCustomers;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.succession.Successions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What tickets mean to invitations. Who goes on as whom, and who was erased, is looked up once for all events of a transaction;
 * one of these therefore serves one consumer at a time.
 */
final class TicketHandler implements EventHandler {

    private static final String RESOLVED = "org.helpdesk.ticket.resolved.v1";
    private static final String REOPENED = "org.helpdesk.ticket.reopened.v1";

    /** Whoever is identified after the solution is so by a change; the closing is the last chance to learn it. */
    private static final Set<String> IDENTIFYING =
            Set.of("org.helpdesk.ticket.changed.v1", "org.helpdesk.ticket.closed.v1");

    private final InvitationService invitations;
    private final CampaignRepository campaigns;
    private final KnownCustomers customers;
    private final Successions successions;
    private final ErasedSubjects erasedSubjects;
    private Map<UUID, UUID> current = Map.of();
    private Set<UUID> erased = Set.of();
    private List<Campaign> asking = List.of();

    TicketHandler(
            InvitationService invitations,
            CampaignRepository campaigns,
            KnownCustomers customers,
            Successions successions,
            ErasedSubjects erasedSubjects) {
        this.invitations = invitations;
        this.campaigns = campaigns;
        this.customers = customers;
        this.successions = successions;
        this.erasedSubjects = erasedSubjects;
    }

    @Override
    public void prepare(List<IncomingEvent> events) {
        List<IdentifiedTicket> tickets = events.stream()
                .filter(TicketHandler::matters)
                .map(event -> event.data(IdentifiedTicket.class))
                .toList();
        List<UUID> customers = tickets.stream()
                .map(IdentifiedTicket::customerId)
                .filter(Objects::nonNull)
                .toList();
        current = successions.current(customers);
        asking = campaigns.active(CampaignTrigger.TICKET_RESOLVED);
        erased = erasedSubjects.among(
                Stream.concat(customers.stream(), tickets.stream().map(IdentifiedTicket::ticketId))
                        .toList());
        noteContacts(events);
    }

    /** In the order of their ids, so that two transactions never wait for each other. */
    private void noteContacts(List<IncomingEvent> events) {
        SortedMap<UUID, Instant> contacts = new TreeMap<>();
        events.stream()
                .filter(event -> event.type().equals(RESOLVED))
                .map(event -> event.data(ResolvedTicket.class))
                .filter(ticket -> ticket.customerId() != null && ticket.wasServed() && !isErased(ticket.customerId()))
                .forEach(ticket -> contacts.merge(
                        current.getOrDefault(ticket.customerId(), ticket.customerId()),
                        ticket.resolvedAt(),
                        (one, other) -> one.isAfter(other) ? one : other));
        contacts.forEach(customers::touch);
    }

    /**
     * The order of a ticket's events is told by the number of its reopenings and by what is known already, not by their
     * sequence: a resolution that is redelivered late is still asked about while it lasts.
     */
    @Override
    public void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        if (!matters(event)) {
            return;
        }
        IdentifiedTicket ticket = event.data(IdentifiedTicket.class);
        if (erased.contains(ticket.ticketId())) {
            return;
        }
        switch (event.type()) {
            case RESOLVED -> resolved(event);
            case REOPENED -> invitations.reopened(event.data(ReopenedTicket.class));
            // Also of somebody who is erased: it is how the next round of the erasure finds what is theirs.
            default -> invitations.identified(ticket, current);
        }
    }

    private void resolved(IncomingEvent event) {
        ResolvedTicket ticket = event.data(ResolvedTicket.class);
        if (ticket.wasServed() && !isErased(ticket.customerId())) {
            Cause cause = new Cause(event.correlationId(), event.id(), event.traceParent());
            invitations.schedule(ticket, current, asking, cause);
        }
    }

    private boolean isErased(UUID customer) {
        return customer != null && erased.contains(customer);
    }

    private static boolean matters(IncomingEvent event) {
        return event.type().equals(RESOLVED) || event.type().equals(REOPENED) || IDENTIFYING.contains(event.type());
    }
}
