package helpdesk.ticket.ticketing;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.search.SearchDocuments;
import helpdesk.ticket.servicelevel.ServiceLevels;
import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a comment does to its ticket. The comment itself belongs to the conversation. */
@ApplicationScoped
public class TicketComments {

    private static final int LONGEST_CHAIN = 100;

    private final TicketRepository tickets;
    private final MergedTickets merged;
    private final TicketMoves moves;
    private final FollowUpOpening followUps;
    private final TicketJournal journal;
    private final ServiceLevels serviceLevels;
    private final SearchDocuments documents;
    private final Causation causation;

    TicketComments(
            TicketRepository tickets,
            MergedTickets merged,
            TicketMoves moves,
            FollowUpOpening followUps,
            TicketJournal journal,
            ServiceLevels serviceLevels,
            SearchDocuments documents,
            Causation causation) {
        this.tickets = tickets;
        this.merged = merged;
        this.moves = moves;
        this.followUps = followUps;
        this.journal = journal;
        this.serviceLevels = serviceLevels;
        this.documents = documents;
        this.causation = causation;
    }

    /** Staff or an integration wrote. Who is mentioned follows the ticket from now on. */
    public CommentedTicket staffWrote(String reference, WrittenComment comment, Instant now) {
        Ticket ticket = tickets.requireForChange(reference);
        TicketTransitions.requireNotClosed(ticket);
        journal.tell(
                ticket,
                ticket.commented(comment.id(), comment.visibility(), comment.author(), comment.mentions(), now));
        if (comment.answers()) {
            serviceLevels.replied(TicketFacts.situation(ticket), now);
            ticket.acknowledge(false, now).ifPresent(event -> journal.tell(ticket, event));
        }
        Set<UUID> followers = new LinkedHashSet<>(ticket.relations().followerIds());
        if (followers.addAll(comment.mentions()) && followers.size() <= TicketPatch.MOST_FOLLOWERS) {
            ticket.follow(followers, now).ifPresent(event -> journal.tell(ticket, event));
        }
        documents.append(ticket.id(), comment.text());
        return CommentedTicket.of(ticket);
    }

    /**
     * The customer wrote: the ticket is open again. One that was merged hands the word on to the one in which it goes on; one
     * that was closed is followed up by another, which takes the words.
     */
    public CommentedTicket customerWrote(UUID id, UUID comment, String body, Instant now) {
        return customerWrote(id, comment, body, null, now);
    }

    /**
     * The same.
     *
     * @param mail by which it came; null when it came otherwise
     */
    public CommentedTicket customerWrote(UUID id, UUID comment, String body, UUID mail, Instant now) {
        Ticket whole = lockWhereItGoesOn(id);
        // Without a merge the same. With one, the words stay with the ticket that they were written on and its
        // requester, for the
        // case that the merge is taken back, and because the other may be somebody else's.
        Ticket own = whole.id().equals(id) ? whole : tickets.findById(id);
        causation.actAs(actor(own));
        boolean closed = whole.status() == TicketStatus.CLOSED;
        Ticket target = closed ? followUpOf(own, body) : whole;
        CommentedTicket author = CommentedTicket.of(closed ? target : own);
        journal.tell(target, target.commented(comment, "public", author.requester(), List.of(), mail, now));
        if (target.status().opensOnReply()) {
            moves.move(target, TicketStatus.OPEN, "customer", now);
        }
        serviceLevels.customerWrote(TicketFacts.situation(target), now);
        documents.append(target.id(), body);
        if (!closed && !own.equals(whole)) {
            documents.append(id, body);
        }
        return author;
    }

    /** A machine answered a mail of ours: for the staff. Empty when the ticket is closed, and nobody waits for anything. */
    public Optional<CommentedTicket> machineAnswered(UUID id, WrittenComment note, Instant now) {
        Ticket ticket = lockWhereItGoesOn(id);
        if (ticket.status() == TicketStatus.CLOSED) {
            return Optional.empty();
        }
        journal.tell(ticket, ticket.commented(note.id(), note.visibility(), note.author(), List.of(), now));
        documents.append(ticket.id(), note.text());
        return Optional.of(CommentedTicket.of(ticket));
    }

    /**
     * Says on a ticket what was not said by anybody: an entry that the product writes.
     *
     * @return the ticket as it is
     */
    public Ticket requireOpen(String reference) {
        Ticket ticket = tickets.requireForChange(reference);
        TicketTransitions.requireNotClosed(ticket);
        return ticket;
    }

    private Ticket lockWhereItGoesOn(UUID id) {
        for (int attempt = 0; attempt < LONGEST_CHAIN; attempt++) {
            Ticket ticket = tickets.lock(merged.root(id))
                    .orElseThrow(() -> TicketProblem.TICKET_NOT_FOUND.problem("This request does not exist any more."));
            if (ticket.relations().mergedInto() == null && merged.root(id).equals(ticket.id())) {
                return ticket;
            }
            // Merged, or parted again, between the look and the lock.
        }
        throw new IllegalStateException("No end of merges from " + id);
    }

    private Ticket followUpOf(Ticket closed, String message) {
        return tickets.lockUnclosedFollowUp(closed.id()).orElseGet(() -> followUps.ofClosed(closed, message));
    }

    private static Actor actor(Ticket ticket) {
        UUID customer = ticket.requester().customerId();
        return Actor.customer((customer == null ? ticket.id() : customer).toString());
    }
}
