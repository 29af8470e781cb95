package helpdesk.ticket.ticketing;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Finds which tickets a list shows, by its indexes alone, and counts them. */
@ApplicationScoped
public class TicketSearch {

    private final TicketCriteria criteria;
    private final Sql sql;

    TicketSearch(TicketCriteria criteria, Sql sql) {
        this.criteria = criteria;
        this.sql = sql;
    }

    /**
     * The places of a part of the list.
     *
     * @param after the sort value and the id behind which it begins; empty for the beginning
     */
    List<Place> find(TicketList list, List<String> after, int limit) {
        Statement statement = statement(list, after, limit);
        TicketSort order = list.order();
        return sql.search(
                statement.text(), row -> new Place(row.getObject(1, UUID.class), order.read(row)), statement.values());
    }

    /** How many tickets the list has. */
    long count(TicketList list) {
        TicketSelection selection = criteria.select(list.filter(), list.pointer());
        return sql.search(
                        "select count(*) from ticket t" + selection.where(), row -> row.getLong(1), selection.values())
                .getFirst();
    }

    /** How many tickets each of the lists has; counting stops at the limit. In one statement. */
    public List<Long> count(List<TicketList> lists, int limit) {
        if (lists.isEmpty()) {
            return List.of();
        }
        Statement statement = counting(lists, limit);
        return sql.search(statement.text(), row -> row.getLong(2), statement.values());
    }

    Statement statement(TicketList list, List<String> after, int limit) {
        TicketSelection selection = criteria.select(list.filter(), list.pointer());
        TicketSort order = list.order();
        if (!after.isEmpty()) {
            // As one row value, so that the index leads to the place at once.
            selection.and(
                    "(" + order.column() + ", t.id) " + (list.isDescending() ? "<" : ">") + " (?, ?)",
                    order.value(after.get(0)),
                    UUID.fromString(after.get(1)));
        }
        return new Statement(
                "select t.id, " + order.column() + " from ticket t" + selection.where() + ordered(list) + " limit "
                        + limit,
                selection.values());
    }

    Statement counting(List<TicketList> lists, int limit) {
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (TicketList list : lists) {
            TicketSelection selection = criteria.select(list.filter(), list.pointer());
            // In the order of the list: whoever has an index for the one has it for the other.
            parts.add("select " + parts.size() + ", count(*) from (select 1 from ticket t" + selection.where()
                    + ordered(list) + " limit " + limit + ") s");
            values.addAll(Arrays.asList(selection.values()));
        }
        return new Statement(String.join(" union all ", parts) + " order by 1", values.toArray());
    }

    private static String ordered(TicketList list) {
        String direction = list.isDescending() ? " desc" : " asc";
        return " order by " + list.order().column() + direction + ", t.id" + direction;
    }

    /** Where a ticket is in a list. */
    record Place(UUID id, String sortValue) {

        List<String> cursor() {
            return List.of(sortValue, id.toString());
        }
    }

    /** What is asked of the database. */
    record Statement(String text, Object... values) {}
}
