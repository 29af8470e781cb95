package helpdesk.ticket.ticketing;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.servicelevel.ServiceLevels;
import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** What a comment does to its ticket. The comment itself belongs to the conversation. */
@ApplicationScoped
public class TicketComments {

    private final TicketRepository tickets;
    private final TicketService service;
    private final TicketOpening opening;
    private final TicketJournal journal;
    private final ServiceLevels serviceLevels;
    private final Causation causation;

    TicketComments(
            TicketRepository tickets,
            TicketService service,
            TicketOpening opening,
            TicketJournal journal,
            ServiceLevels serviceLevels,
            Causation causation) {
        this.tickets = tickets;
        this.service = service;
        this.opening = opening;
        this.journal = journal;
        this.serviceLevels = serviceLevels;
        this.causation = causation;
    }

    /** Staff or an integration wrote. */
    public CommentedTicket staffWrote(
            String reference, UUID comment, AuthorData author, boolean isPublic, String visibility, Instant now) {
        Ticket ticket = tickets.requireForChange(reference);
        TicketTransitions.requireNotClosed(ticket.status());
        journal.tell(ticket, ticket.commented(comment, visibility, author, now));
        if (isPublic && author.kind() == AuthorData.Kind.AGENT) {
            serviceLevels.replied(ticket.id(), now);
            ticket.acknowledge(false, now).ifPresent(event -> journal.tell(ticket, event));
        }
        return CommentedTicket.of(ticket);
    }

    /** The customer wrote: the ticket is open again; one that was closed is followed up by another, which takes the words. */
    public CommentedTicket customerWrote(UUID id, UUID comment, String body, Instant now) {
        Ticket ticket = tickets.lock(id)
                .orElseThrow(() -> TicketProblem.TICKET_NOT_FOUND.problem("This request does not exist any more."));
        causation.actAs(actor(ticket));
        Ticket target = ticket.status() == TicketStatus.CLOSED ? followUpOf(ticket, body) : ticket;
        CommentedTicket commented = CommentedTicket.of(target);
        journal.tell(target, target.commented(comment, "public", commented.requester(), now));
        if (target.status().opensOnReply()) {
            service.move(target, TicketStatus.OPEN, "customer", now);
        }
        serviceLevels.customerWrote(target.id(), now);
        return commented;
    }

    private Ticket followUpOf(Ticket closed, String message) {
        return tickets.lockUnclosedFollowUp(closed.id()).orElseGet(() -> opening.followUpOfClosed(closed, message));
    }

    private static Actor actor(Ticket ticket) {
        UUID customer = ticket.requester().customerId();
        return Actor.customer((customer == null ? ticket.id() : customer).toString());
    }
}
