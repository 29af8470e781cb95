package helpdesk.ticket.history;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The history of tickets. */
@ApplicationScoped
public class TicketHistory implements PanacheRepositoryBase<TicketChange, UUID> {

    private final Cursors cursors;
    private final RuleCause rule;

    TicketHistory(Cursors cursors, RuleCause rule) {
        this.cursors = cursors;
        this.rule = rule;
    }

    /** Writes down what changed. */
    public void add(UUID ticket, long version, Instant at, Actor actor, String cause, List<FieldChange> changes) {
        changes.forEach(
                change -> persist(new TicketChange(Ids.next(), ticket, version, at, actor, cause, rule, change)));
    }

    /** The latest change of a field of a ticket. */
    public Optional<PastChange> latest(UUID ticket, String field) {
        return find("ticketId = ?1 and field = ?2 order by version desc, id desc", ticket, field)
                .firstResultOptional()
                .map(TicketChange::past);
    }

    /** The latest change that says that something was done with a ticket. */
    public Optional<PastChange> latestUpdate(UUID ticket) {
        return find(
                        "ticketId = ?1 and field not in ?2 and field not like 'serviceLevel.%' "
                                + "and cause <> 'ticket.plan-step-late' order by version desc, id desc",
                        ticket, PastChange.NOTHING_DONE)
                .firstResultOptional()
                .map(TicketChange::past);
    }

    /** What happened to these tickets, the latest first, and the tickets in no order. */
    public Map<UUID, List<PastChange>> backwards(Collection<UUID> tickets) {
        return list("ticketId in ?1 order by version desc, id", tickets).stream()
                .map(TicketChange::past)
                .collect(Collectors.groupingBy(PastChange::ticketId));
    }

    /** The history of a ticket, oldest first: by version, because the clocks of two machines may differ. */
    public Page<ChangeView> page(UUID ticket, PageRequest page) {
        String list = "history:" + ticket;
        List<String> after = cursors.open(page.after(), list);
        var query = after.isEmpty()
                ? find("ticketId = ?1 order by version, id", ticket)
                : find(
                        "ticketId = ?1 and (version, id) > (?2, ?3) order by version, id",
                        ticket,
                        Long.valueOf(after.get(0)),
                        UUID.fromString(after.get(1)));
        List<TicketChange> found = query.range(0, page.limit()).list();
        return Page.of(
                found,
                page.limit(),
                TicketChange::view,
                last -> cursors.seal(
                        List.of(Long.toString(last.version()), last.id().toString()), list));
    }
}
