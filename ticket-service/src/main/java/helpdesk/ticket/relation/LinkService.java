package helpdesk.ticket.relation;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.conversation.CommentRepository;
import helpdesk.ticket.conversation.ConversationMoves;
import helpdesk.ticket.conversation.TicketComment;
import helpdesk.ticket.search.SearchDocuments;
import helpdesk.ticket.ticketing.Ticket;
import helpdesk.ticket.ticketing.TicketMerging;
import helpdesk.ticket.ticketing.TicketNotes;
import helpdesk.ticket.ticketing.TicketSplitting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Links tickets, and parts what was split. */
@ApplicationScoped
public class LinkService {

    private final TicketMerging tickets;
    private final TicketNotes notes;
    private final TicketSplitting splitting;
    private final LinkRepository links;
    private final CommentRepository comments;
    private final ConversationMoves moves;
    private final SearchDocuments documents;
    private final Causation causation;
    private final Clock clock;

    LinkService(
            TicketMerging tickets,
            TicketNotes notes,
            TicketSplitting splitting,
            LinkRepository links,
            CommentRepository comments,
            ConversationMoves moves,
            SearchDocuments documents,
            Causation causation,
            Clock clock) {
        this.tickets = tickets;
        this.notes = notes;
        this.splitting = splitting;
        this.links = links;
        this.comments = comments;
        this.moves = moves;
        this.documents = documents;
        this.causation = causation;
        this.clock = clock;
    }

    @Transactional
    TicketLink link(String reference, LinkTicket request) {
        UUID ticket = tickets.require(reference);
        UUID other = tickets.find(request.ticket())
                .orElseThrow(() -> TicketProblem.UNKNOWN_TICKET.at("/ticket", "No ticket has this id or number."));
        if (request.kind() == LinkKind.SPLIT) {
            throw PlatformProblem.INVALID_REQUEST.at("/kind", "This link comes by splitting a ticket. See its splits.");
        }
        if (ticket.equals(other)) {
            throw PlatformProblem.INVALID_REQUEST.at("/ticket", "Name another ticket than this one.");
        }
        tickets.hold(List.of(ticket, other));
        if (links.exists(ticket, other, request.kind())) {
            throw TicketProblem.LINK_EXISTS.at("/ticket", "They are linked so already. See the links of the ticket.");
        }
        return keep(ticket, other, request.kind(), clock.instant());
    }

    /** Links tickets that have to do with each other; once, however often it is said. */
    @Transactional
    public void relate(UUID ticket, UUID other) {
        tickets.hold(List.of(ticket, other));
        if (!links.exists(ticket, other, LinkKind.RELATED)) {
            keep(ticket, other, LinkKind.RELATED, clock.instant());
        }
    }

    @Transactional
    void unlink(String reference, UUID id, IfMatch ifMatch) {
        UUID ticket = tickets.require(reference);
        TicketLink link = links.require(ticket, id);
        ifMatch.require(link.version());
        tickets.hold(List.of(link.ticketId(), link.otherId()));
        Instant now = clock.instant();
        notes.note(link.ticketId(), "link", link.otherId(), null, false, now);
        notes.note(link.otherId(), "link", link.ticketId(), null, false, now);
        links.delete(link);
    }

    /** Takes comments, with their files, to a new ticket of the same requester. */
    @Transactional
    Ticket split(String reference, SplitTicket request) {
        UUID former = tickets.require(reference);
        tickets.hold(List.of(former));
        List<UUID> ids = request.commentIds().stream().distinct().toList();
        List<TicketComment> moved = comments.listOf(former, ids);
        if (moved.size() < ids.size()) {
            throw TicketProblem.COMMENT_UNKNOWN.at(
                    "/commentIds", "Name comments that were written on this ticket itself. See its comments.");
        }
        Instant now = clock.instant();
        String description = request.description() == null ? firstPublic(moved) : request.description();
        Ticket fresh = splitting.splitOff(former, request.subject(), description, request.type());
        moves.move(moved, fresh.id());
        notes.note(former, "splitInto", null, fresh.id(), false, now);
        keep(fresh.id(), former, LinkKind.SPLIT, now);
        links.flush();
        documents.rewrite(former);
        documents.rewrite(fresh.id());
        return fresh;
    }

    /** What the requester may read: the description of a ticket is shown to its requester. */
    private static String firstPublic(List<TicketComment> comments) {
        return comments.stream()
                .filter(TicketComment::isPublic)
                .map(TicketComment::body)
                .findFirst()
                .orElseThrow(() -> PlatformProblem.INVALID_REQUEST.at(
                        "/description", "Describe the matter: none of these comments is public."));
    }

    private TicketLink keep(UUID ticket, UUID other, LinkKind kind, Instant now) {
        TicketLink link = new TicketLink(Ids.next(), ticket, other, kind, causation.actor(), now);
        notes.note(ticket, "link", null, other, false, now);
        notes.note(other, "link", null, ticket, false, now);
        links.persist(link);
        return link;
    }
}
