package helpdesk.ticket.ticketing;

import helpdesk.platform.problem.FieldError;
import helpdesk.platform.problem.Problem;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.servicelevel.ServiceLevels;
import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** What merging does to tickets. The merges themselves, and taking them back, belong to the relations between tickets. */
@ApplicationScoped
public class TicketMerging {

    /** A ticket keeps no more tags than this, and no more followers. */
    private static final int MOST_MARKS = 200;

    private final TicketRepository tickets;
    private final TicketMoves moves;
    private final ServiceLevels serviceLevels;
    private final TicketJournal journal;

    TicketMerging(TicketRepository tickets, TicketMoves moves, ServiceLevels serviceLevels, TicketJournal journal) {
        this.tickets = tickets;
        this.moves = moves;
        this.serviceLevels = serviceLevels;
        this.journal = journal;
    }

    /** The id of the ticket with this id or number. */
    public Optional<UUID> find(String reference) {
        return tickets.findId(reference);
    }

    /**
     * The same.
     *
     * @throws helpdesk.platform.problem.Problem {@code ticket-not-found}
     */
    public UUID require(String reference) {
        return tickets.findId(reference).orElseThrow(TicketRepository::unknown);
    }

    /** Holds the tickets against other writers until the end of the transaction. Before any of them is read. */
    public void hold(Collection<UUID> ids) {
        tickets.lockAll(ids);
    }

    /** The tags and followers of a ticket. */
    public Marks marks(UUID id) {
        return marks(held(id));
    }

    /**
     * Lets a ticket go on in another.
     *
     * @param pointer where the source was named
     * @throws helpdesk.platform.problem.Problem {@code ticket-closed}, {@code ticket-merged}, {@code merge-too-large}
     */
    public Merging merge(UUID sourceId, UUID targetId, String pointer, Instant now) {
        Ticket source = held(sourceId);
        Ticket target = held(targetId);
        TicketTransitions.requireNotClosed(target);
        requireNotClosed(source, pointer);
        if (source.origin().isProbe() != target.origin().isProbe()) {
            throw TicketProblem.MERGE_NOT_POSSIBLE.at(
                    pointer, "These requests are measured apart. Answer each by itself.");
        }
        Marks whole = marks(target).or(marks(source));
        if (whole.tags().size() > MOST_MARKS || whole.followers().size() > MOST_MARKS) {
            throw TicketProblem.MERGE_TOO_LARGE.at(pointer, "Together they have more than 200 tags or followers.");
        }
        Marks added = whole.without(marks(target));
        Merging merging = new Merging(source.status(), added.tags(), added.followers());
        journal.tell(source, source.mergeInto(target, now));
        serviceLevels.changed(TicketFacts.situation(source), now);
        regroup(target, whole, sourceId, null, now);
        return merging;
    }

    /** A ticket stands for itself again. */
    public void restore(UUID id, TicketStatus former, Instant now) {
        Ticket source = held(id);
        journal.tell(source, source.unmerge(former, now));
        serviceLevels.changed(TicketFacts.situation(source), now);
    }

    /** Its customer wrote while it went on in another: it is awake again, and an answer is awaited. */
    public void wakeUp(UUID id, Instant now) {
        Ticket ticket = held(id);
        if (ticket.status().opensOnReply()) {
            moves.move(ticket, TicketStatus.OPEN, "customer", now);
        }
        serviceLevels.customerWrote(TicketFacts.situation(ticket), now);
    }

    /**
     * A ticket loses marks that it had from others.
     *
     * @param gone the ticket that has left it; null when that has left another one further down
     */
    public void release(UUID id, Marks lost, UUID gone, Instant now) {
        Ticket target = held(id);
        if (gone != null || !lost.isEmpty()) {
            regroup(target, marks(target).without(lost), null, gone, now);
        }
    }

    /** Policies may be for tickets with certain tags. */
    private void regroup(Ticket target, Marks marks, UUID from, UUID to, Instant now) {
        journal.tell(target, target.regroup(marks, from, to, now));
        serviceLevels.changed(TicketFacts.situation(target), now);
    }

    private static void requireNotClosed(Ticket source, String pointer) {
        try {
            TicketTransitions.requireNotClosed(source);
        } catch (Problem problem) {
            throw problem.with(new FieldError(pointer, problem.type().code(), problem.getMessage()));
        }
    }

    private static Marks marks(Ticket ticket) {
        return new Marks(ticket.content().tags(), ticket.relations().followerIds());
    }

    private Ticket held(UUID id) {
        return tickets.findByIdOptional(id).orElseThrow(TicketRepository::unknown);
    }
}
