package helpdesk.feedback.complaint;

import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.succession.Successions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What tickets mean to complaints. Who goes on as whom, and who was erased, is looked up once for all events of a transaction;
 * one of these therefore serves one consumer at a time.
 */
final class ComplaintHandler implements EventHandler {

    private static final String RESOLVED = "org.helpdesk.ticket.resolved.v1";

    /** The cause, the type, and the customer who is identified late come by a change; the closing is the last chance. */
    private static final Set<String> MATTERING =
            Set.of(RESOLVED, "org.helpdesk.ticket.changed.v1", "org.helpdesk.ticket.closed.v1");

    private final Complaints complaints;
    private final Successions successions;
    private final ErasedSubjects erasedSubjects;
    private Map<UUID, UUID> current = Map.of();
    private Set<UUID> erased = Set.of();

    ComplaintHandler(Complaints complaints, Successions successions, ErasedSubjects erasedSubjects) {
        this.complaints = complaints;
        this.successions = successions;
        this.erasedSubjects = erasedSubjects;
    }

    @Override
    public void prepare(List<IncomingEvent> events) {
        List<ToldTicket> tickets = events.stream()
                .filter(event -> MATTERING.contains(event.type()))
                .map(event -> event.data(ToldTicket.class))
                .toList();
        List<UUID> customers = tickets.stream()
                .map(ToldTicket::customerId)
                .filter(Objects::nonNull)
                .toList();
        current = successions.current(customers);
        erased = erasedSubjects.among(
                Stream.concat(customers.stream(), tickets.stream().map(ToldTicket::ticketId))
                        .toList());
    }

    @Override
    public void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        if (!MATTERING.contains(event.type())) {
            return;
        }
        ToldTicket ticket = event.data(ToldTicket.class);
        if (ticket.probe() || erased.contains(ticket.ticketId())) {
            return;
        }
        if (isErased(ticket.customerId())) {
            // Nothing new is kept; what is there already is known to be theirs, so that the next round of the erasure
            // finds it.
            complaints.follow(ticket, current, event.sequence());
            return;
        }
        boolean resolved = event.type().equals(RESOLVED);
        if (ticket.causeChange().isPresent() || resolved && ticket.isComplaint()) {
            complaints.begin(ticket);
        }
        complaints.follow(ticket, current, event.sequence());
        ticket.causeChange()
                .ifPresent(change -> complaints.explain(ticket.ticketId(), change.text(), event.sequence()));
        if (resolved) {
            complaints.resolve(ticket, event.sequence());
        }
    }

    private boolean isErased(UUID customer) {
        return customer != null && erased.contains(customer);
    }
}
