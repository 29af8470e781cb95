package helpdesk.ticket.ticketing;

import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.ticket.servicelevel.ServiceLevelView;
import helpdesk.ticket.servicelevel.ServiceLevels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads tickets: two statements a page, whatever is on it. */
@ApplicationScoped
class TicketQuery {

    private final EntityManager entities;
    private final TicketRepository tickets;
    private final ServiceLevels serviceLevels;
    private final Cursors cursors;
    private final CurrentActor actor;
    private final Clock clock;

    TicketQuery(
            EntityManager entities,
            TicketRepository tickets,
            ServiceLevels serviceLevels,
            Cursors cursors,
            CurrentActor actor,
            Clock clock) {
        this.entities = entities;
        this.tickets = tickets;
        this.serviceLevels = serviceLevels;
        this.cursors = cursors;
        this.actor = actor;
        this.clock = clock;
    }

    TicketView read(String reference) {
        return view(tickets.require(reference));
    }

    TicketView view(Ticket ticket) {
        return TicketView.of(
                ticket,
                serviceLevels.views(List.of(ticket.id()), clock.instant()).get(ticket.id()));
    }

    /** A ticket that was just opened. */
    TicketView viewOfOpened(Ticket ticket) {
        return TicketView.of(
                ticket, serviceLevels.viewOfOpened(ticket.id(), ticket.trail().createdAt(), clock.instant()));
    }

    Page<TicketView> page(TicketFilter filter, String sortParameter, PageRequest page, boolean count) {
        TicketSort sort = TicketSort.parse(sortParameter);
        boolean descending = sortParameter.startsWith("-");
        String list = "tickets\n" + sortParameter + "\n" + filter.fingerprint();
        Conditions conditions = conditions(filter);
        String where = conditions.where();
        Conditions paged = conditions.copy();
        List<String> after = cursors.open(page.after(), list);
        if (!after.isEmpty()) {
            // As one row value, so that the index leads to the place at once.
            paged.add("(" + sort.path() + ", t.id) " + (descending ? "<" : ">") + " (:sortValue, :lastId)");
            paged.bind("sortValue", sort.value(after.get(0)));
            paged.bind("lastId", UUID.fromString(after.get(1)));
        }
        String direction = descending ? " desc" : " asc";
        List<Ticket> found = paged.apply(entities.createQuery(
                        "from Ticket t left join fetch t.assignee" + paged.where() + " order by " + sort.path()
                                + direction + ", t.id" + direction,
                        Ticket.class))
                .setMaxResults(page.limitPlusOne())
                .getResultList();
        Map<UUID, ServiceLevelView> levels = serviceLevels.views(ids(found), clock.instant());
        Page<TicketView> result = Page.of(
                found,
                page.limit(),
                ticket -> TicketView.of(ticket, levels.get(ticket.id())),
                last -> cursors.seal(List.of(sort.valueOf(last), last.id().toString()), list));
        return count ? result.withTotal(total(conditions, where)) : result;
    }

    private long total(Conditions conditions, String where) {
        return conditions
                .apply(entities.createQuery("select count(*) from Ticket t" + where, Long.class))
                .getSingleResult();
    }

    private Conditions conditions(TicketFilter filter) {
        Conditions conditions = new Conditions();
        conditions.anyOf("t.progress.status in :statuses", "statuses", filter.statuses());
        conditions.anyOf("t.content.priority in :priorities", "priorities", filter.priorities());
        conditions.anyOf("t.origin.type in :types", "types", filter.types());
        conditions.anyOf("t.origin.channel in :channels", "channels", filter.channels());
        conditions.when(filter.assignee(actor::accountId), "fk(t.assignee) = :assignee", "assignee");
        if (filter.unassigned()) {
            conditions.add("fk(t.assignee) is null");
        }
        conditions.when(filter.group(), "t.content.group = :group", "group");
        conditions.when(filter.tag(), predicate("tags @> array[?]", "tag"), "tag");
        conditions.when(filter.customerId, "t.requester.customerId = :customerId", "customerId");
        conditions.when(filter.followUpOf, "t.origin.followUpOf = :followUpOf", "followUpOf");
        conditions.when(
                filter.search(), predicate("search @@ websearch_to_tsquery(''simple'', ?)", "search"), "search");
        return conditions;
    }

    /** A condition of PostgreSQL's own, in the form in which its indexes serve it. */
    private static String predicate(String sql, String name) {
        return "cast(sql('" + sql + "', :" + name + ") as Boolean) = true";
    }

    private static Collection<UUID> ids(List<Ticket> found) {
        return found.stream().map(Ticket::id).toList();
    }

    /** The where clause as it grows, with the values it names. Only fixed texts are joined; values are always bound. */
    private static final class Conditions {

        private final StringBuilder text = new StringBuilder();
        private final Map<String, Object> values = new LinkedHashMap<>();

        void add(String condition) {
            text.append(text.isEmpty() ? " where " : " and ").append(condition);
        }

        void bind(String name, Object value) {
            values.put(name, value);
        }

        void when(Object value, String condition, String name) {
            if (value != null) {
                add(condition);
                bind(name, value);
            }
        }

        void anyOf(String condition, String name, List<?> any) {
            if (!any.isEmpty()) {
                add(condition);
                bind(name, any);
            }
        }

        String where() {
            return text.toString();
        }

        Conditions copy() {
            Conditions copy = new Conditions();
            copy.text.append(text);
            copy.values.putAll(values);
            return copy;
        }

        <T> TypedQuery<T> apply(TypedQuery<T> query) {
            values.forEach(query::setParameter);
            return query;
        }
    }
}
