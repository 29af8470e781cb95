package helpdesk.ticket.relation;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.conversation.CommentRepository;
import helpdesk.ticket.search.SearchDocuments;
import helpdesk.ticket.ticketing.Marks;
import helpdesk.ticket.ticketing.MergedTickets;
import helpdesk.ticket.ticketing.Merging;
import helpdesk.ticket.ticketing.TicketMerging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;

/** Merges tickets, and takes merges back. What was said stays where it was said, and is seen in both. */
@ApplicationScoped
public class MergeService {

    /** How long a merge can be taken back. */
    static final Duration UNDOABLE = Duration.ofDays(30);

    private final TicketMerging tickets;
    private final MergedTickets members;
    private final MergeRepository merges;
    private final CommentRepository comments;
    private final SearchDocuments documents;
    private final Causation causation;
    private final Clock clock;

    MergeService(
            TicketMerging tickets,
            MergedTickets members,
            MergeRepository merges,
            CommentRepository comments,
            SearchDocuments documents,
            Causation causation,
            Clock clock) {
        this.tickets = tickets;
        this.members = members;
        this.merges = merges;
        this.comments = comments;
        this.documents = documents;
        this.causation = causation;
        this.clock = clock;
    }

    /**
     * Lets tickets go on in another. One that was merged itself hands them on to the end of its chain.
     *
     * @return the merges, in the order of the sources
     */
    @Transactional
    List<TicketMerge> merge(String reference, MergeTickets request) {
        UUID target = members.root(tickets.require(reference));
        SequencedSet<UUID> sources = sources(target, request.sources());
        List<UUID> all = new ArrayList<>(sources);
        all.add(target);
        tickets.hold(all);
        Instant now = clock.instant();
        List<TicketMerge> done = new ArrayList<>();
        int index = 0;
        for (UUID source : sources) {
            Merging merging = tickets.merge(source, target, "/sources/" + index++, now);
            done.add(new TicketMerge(Ids.next(), source, target, merging, request.reason(), causation.actor(), now));
        }
        merges.persist(done);
        merges.flush();
        documents.rewrite(target);
        return done;
    }

    /** Takes a merge back: the source stands where it stood, and the target has what it would have without it. */
    @Transactional
    void undo(String reference, UUID id, IfMatch ifMatch) {
        TicketMerge merge = merges.require(tickets.require(reference), id);
        ifMatch.require(merge.version());
        Instant now = clock.instant();
        requireUndoable(merge, now);
        List<TicketMerge> chain = chainFrom(merge);
        List<UUID> touched = new ArrayList<>(List.of(merge.sourceId()));
        chain.forEach(link -> touched.add(link.targetId()));
        tickets.hold(touched);

        tickets.restore(merge.sourceId(), merge.formerStatus(), now);
        if (comments.customerWroteSince(members.members(merge.sourceId()), merge.mergedAt())) {
            tickets.wakeUp(merge.sourceId(), now);
        }
        merge.undo(now);
        Marks lost = merge.added();
        for (TicketMerge link : chain) {
            lost = withdraw(link, lost);
            tickets.release(link.targetId(), lost, link == merge ? merge.sourceId() : null, now);
        }
        merges.flush();
        documents.rewrite(merge.sourceId());
        documents.rewrite(chain.getLast().targetId());
    }

    /**
     * Takes marks from the target that it had by way of this merge.
     *
     * @return those that it really loses: others may have brought them too, and stand in
     */
    private Marks withdraw(TicketMerge merge, Marks lost) {
        Marks left = merge.added().and(lost);
        if (merge.undoneAt() == null) {
            merge.lose(left);
        }
        for (TicketMerge other : merges.listHolding(merge.targetId())) {
            if (!other.equals(merge)) {
                Marks also = tickets.marks(other.sourceId()).and(left);
                other.inherit(also);
                left = left.without(also);
            }
        }
        return left;
    }

    /** The merge, that of its target, that of the other's target, and so on. */
    private List<TicketMerge> chainFrom(TicketMerge merge) {
        List<TicketMerge> chain = new ArrayList<>();
        Optional<TicketMerge> next = Optional.of(merge);
        while (next.isPresent()) {
            chain.add(next.get());
            next = merges.findHolding(next.get().targetId());
        }
        return chain;
    }

    private SequencedSet<UUID> sources(UUID target, List<String> references) {
        SequencedSet<UUID> sources = new LinkedHashSet<>();
        for (int i = 0; i < references.size(); i++) {
            String pointer = "/sources/" + i;
            UUID source = tickets.find(references.get(i))
                    .orElseThrow(() -> TicketProblem.UNKNOWN_TICKET.at(pointer, "No ticket has this id or number."));
            if (source.equals(target) || members.root(source).equals(target)) {
                throw TicketProblem.MERGE_INTO_ITSELF.at(pointer, "This is the ticket itself, or in it already.");
            }
            sources.add(source);
        }
        return sources;
    }

    private static void requireUndoable(TicketMerge merge, Instant now) {
        if (merge.undoneAt() != null) {
            throw TicketProblem.MERGE_FINAL.problem("It was taken back already.");
        }
        if (now.isAfter(merge.mergedAt().plus(UNDOABLE))) {
            throw TicketProblem.MERGE_FINAL.problem("A merge can be taken back for 30 days. Split the ticket instead.");
        }
    }
}
