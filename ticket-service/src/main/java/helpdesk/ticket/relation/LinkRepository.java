package helpdesk.ticket.relation;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.ticketing.TicketQuery;
import helpdesk.ticket.ticketing.TicketView;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where links are kept. */
@ApplicationScoped
public class LinkRepository implements PanacheRepositoryBase<TicketLink, UUID> {

    private final Cursors cursors;
    private final TicketQuery tickets;

    LinkRepository(Cursors cursors, TicketQuery tickets) {
        this.cursors = cursors;
        this.tickets = tickets;
    }

    Page<LinkView> page(UUID ticket, PageRequest page) {
        String list = "links:" + ticket;
        List<String> after = cursors.open(page.after(), list);
        var query = after.isEmpty()
                ? find("(ticketId = ?1 or otherId = ?1) order by id", ticket)
                : find(
                        "(ticketId = ?1 or otherId = ?1) and id > ?2 order by id",
                        ticket,
                        UUID.fromString(after.getFirst()));
        List<TicketLink> found = query.range(0, page.limit()).list();
        Map<UUID, TicketView> others = tickets.views(found.stream()
                .map(link -> LinkView.otherEnd(link, ticket))
                .distinct()
                .toList());
        return Page.of(
                found,
                page.limit(),
                link -> LinkView.of(link, ticket, others.get(LinkView.otherEnd(link, ticket))),
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    boolean exists(UUID ticket, UUID other, LinkKind kind) {
        return count(
                        "kind = ?3 and (ticketId = ?1 and otherId = ?2 or ticketId = ?2 and otherId = ?1)",
                        ticket,
                        other,
                        kind)
                > 0;
    }

    /**
     * One link of the ticket.
     *
     * @throws helpdesk.platform.problem.Problem {@code link-not-found}
     */
    TicketLink require(UUID ticket, UUID id) {
        return find("id = ?2 and (ticketId = ?1 or otherId = ?1)", ticket, id)
                .firstResultOptional()
                .orElseThrow(() ->
                        TicketProblem.LINK_NOT_FOUND.problem("This ticket has no link with this id. See its links."));
    }
}
