package helpdesk.ticket.history;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The history of tickets. */
@ApplicationScoped
public class TicketHistory implements PanacheRepositoryBase<TicketChange, UUID> {

    private final Cursors cursors;

    TicketHistory(Cursors cursors) {
        this.cursors = cursors;
    }

    /** Writes down what changed. */
    public void add(UUID ticket, long version, Instant at, Actor actor, String cause, List<FieldChange> changes) {
        changes.forEach(change -> persist(new TicketChange(Ids.next(), ticket, version, at, actor, cause, change)));
    }

    /** The history of a ticket, oldest first. */
    public Page<ChangeView> page(UUID ticket, PageRequest page) {
        String list = "history:" + ticket;
        List<String> after = cursors.open(page.after(), list);
        var query = after.isEmpty()
                ? find("ticketId = ?1 order by id", ticket)
                : find("ticketId = ?1 and id > ?2 order by id", ticket, UUID.fromString(after.getFirst()));
        List<TicketChange> found = query.page(0, page.limitPlusOne()).list();
        return Page.of(
                found,
                page.limit(),
                TicketChange::view,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }
}
