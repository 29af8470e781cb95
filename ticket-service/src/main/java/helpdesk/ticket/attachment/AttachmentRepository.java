package helpdesk.ticket.attachment;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.ticketing.AuthorData;
import helpdesk.ticket.ticketing.MergedTickets;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where attachments are kept. */
@ApplicationScoped
public class AttachmentRepository implements PanacheRepositoryBase<Attachment, UUID> {

    private static final String VISIBLE = "visibility = PUBLIC and (ticketId in ?1"
            + " or ticketId in ?2 and authorKind <> CUSTOMER and createdAt >= ?3)";

    private final Cursors cursors;
    private final MergedTickets merged;

    AttachmentRepository(Cursors cursors, MergedTickets merged) {
        this.cursors = cursors;
        this.merged = merged;
    }

    /** The files of comments, for all of them with one query. */
    public Map<UUID, List<AttachmentView>> ofComments(Collection<UUID> comments) {
        return comments.isEmpty()
                ? Map.of()
                : find("commentId in ?1 order by id", comments).stream()
                        .map(AttachmentView::of)
                        .collect(Collectors.groupingBy(AttachmentView::commentId));
    }

    /** All files of a ticket, also of those that were merged into it. */
    Page<AttachmentView> page(UUID ticket, PageRequest page) {
        return page("attachments:" + ticket, page, "ticketId in ?1", List.of(merged.members(ticket)));
    }

    /** What the requester of a ticket may have. */
    Page<AttachmentView> visible(UUID ticket, PageRequest page) {
        return page("visible-attachments:" + ticket, page, VISIBLE, audience(ticket));
    }

    /**
     * One file of the ticket.
     *
     * @throws helpdesk.platform.problem.Problem {@code attachment-not-found}
     */
    Attachment require(UUID ticket, UUID id) {
        return find("ticketId in ?1 and id = ?2", merged.members(ticket), id)
                .firstResultOptional()
                .orElseThrow(AttachmentRepository::unknown);
    }

    /** The same, as far as the requester of the ticket may have it. */
    Attachment requireVisible(UUID ticket, UUID id) {
        List<Object> parameters = new ArrayList<>(audience(ticket));
        parameters.add(id);
        return find("(" + VISIBLE + ") and id = ?4", parameters.toArray())
                .firstResultOptional()
                .orElseThrow(AttachmentRepository::unknown);
    }

    /** A file of this content and name that the same author has sent to the ticket, and no comment names. */
    Optional<Attachment> findAgain(UUID ticket, ReceivedFile file, AuthorData author) {
        return find(
                        "ticketId = ?1 and sha256 = ?2 and name = ?3 and authorKind = ?4 and authorName = ?5"
                                + " and commentId is null",
                        ticket,
                        file.sha256(),
                        file.name(),
                        author.kind(),
                        author.name())
                .firstResultOptional();
    }

    /** Those of these files that no comment names, held against others. */
    List<Attachment> lockFree(UUID ticket, Collection<UUID> ids) {
        return find("ticketId = ?1 and id in ?2 and commentId is null order by id", ticket, ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The files of these comments go with them to another ticket. */
    public void moveWith(Collection<UUID> comments, UUID ticket) {
        update("ticketId = ?1 where commentId in ?2", ticket, comments);
    }

    private List<Object> audience(UUID ticket) {
        MergedTickets.Audience audience = merged.audience(ticket);
        return List.of(audience.own(), audience.others(), audience.since());
    }

    private Page<AttachmentView> page(String list, PageRequest page, String condition, List<Object> parameters) {
        List<String> after = cursors.open(page.after(), list);
        List<Object> all = new ArrayList<>(parameters);
        String place = "";
        if (!after.isEmpty()) {
            all.add(UUID.fromString(after.getFirst()));
            place = " and id > ?" + all.size();
        }
        return Page.of(
                find("(" + condition + ")" + place + " order by id", all.toArray())
                        .range(0, page.limit())
                        .list(),
                page.limit(),
                AttachmentView::of,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    private static RuntimeException unknown() {
        return TicketProblem.ATTACHMENT_NOT_FOUND.problem("This ticket has no file with this id. See its attachments.");
    }
}
