package helpdesk.ticket.conversation;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.ticket.TicketProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Where comments are kept. */
@ApplicationScoped
public class CommentRepository implements PanacheRepositoryBase<TicketComment, UUID> {

    private final Cursors cursors;

    CommentRepository(Cursors cursors) {
        this.cursors = cursors;
    }

    Page<CommentView> all(UUID ticket, PageRequest page) {
        return page(ticket, EnumSet.allOf(Visibility.class), page, CommentView::of);
    }

    /** What the customer may read. */
    public <T> Page<T> visible(UUID ticket, PageRequest page, Function<TicketComment, T> view) {
        return page(ticket, EnumSet.of(Visibility.PUBLIC), page, view);
    }

    /**
     * One comment of the ticket.
     *
     * @throws helpdesk.platform.problem.Problem {@code comment-not-found}
     */
    TicketComment require(UUID ticket, UUID id) {
        return find("id = ?1 and ticketId = ?2", id, ticket)
                .firstResultOptional()
                .orElseThrow(() -> TicketProblem.COMMENT_NOT_FOUND.problem(
                        "This ticket has no comment with this id. See its comments."));
    }

    private <T> Page<T> page(
            UUID ticket, Set<Visibility> visibilities, PageRequest page, Function<TicketComment, T> view) {
        String list = "comments:" + ticket + visibilities;
        List<String> after = cursors.open(page.after(), list);
        Parameters parameters = Parameters.with("ticket", ticket).and("visibilities", visibilities);
        var query = after.isEmpty()
                ? find("ticketId = :ticket and visibility in :visibilities order by id", parameters)
                : find(
                        "ticketId = :ticket and visibility in :visibilities and id > :after order by id",
                        parameters.and("after", UUID.fromString(after.getFirst())));
        List<TicketComment> found = query.range(0, page.limit()).list();
        return Page.of(
                found,
                page.limit(),
                view,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }
}
