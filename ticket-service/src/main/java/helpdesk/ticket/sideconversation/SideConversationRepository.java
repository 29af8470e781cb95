package helpdesk.ticket.sideconversation;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.ticketing.MergedTickets;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Where side conversations are kept. */
@ApplicationScoped
public class SideConversationRepository implements PanacheRepositoryBase<SideConversation, UUID> {

    private final Cursors cursors;
    private final MergedTickets merged;

    SideConversationRepository(Cursors cursors, MergedTickets merged) {
        this.cursors = cursors;
        this.merged = merged;
    }

    /** Those of the ticket, and of all that were merged into it. */
    Page<SideConversation> page(UUID ticket, PageRequest page) {
        String list = "side-conversations:" + ticket;
        List<UUID> members = merged.members(ticket);
        List<String> after = cursors.open(page.after(), list);
        var query = after.isEmpty()
                ? find("ticketId in ?1 order by id", members)
                : find("ticketId in ?1 and id > ?2 order by id", members, UUID.fromString(after.getFirst()));
        return Page.of(
                query.range(0, page.limit()).list(),
                page.limit(),
                conversation -> conversation,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    /**
     * One side conversation of the ticket.
     *
     * @throws helpdesk.platform.problem.Problem {@code side-conversation-not-found}
     */
    SideConversation require(UUID ticket, UUID id) {
        return find("ticketId in ?1 and id = ?2", merged.members(ticket), id)
                .firstResultOptional()
                .orElseThrow(SideConversationRepository::unknown);
    }

    /** One side conversation, held against other writers. */
    SideConversation requireForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(SideConversationRepository::unknown);
    }

    static RuntimeException unknown() {
        return TicketProblem.SIDE_CONVERSATION_NOT_FOUND.problem(
                "This ticket has no side conversation with this id. See its side conversations.");
    }
}
