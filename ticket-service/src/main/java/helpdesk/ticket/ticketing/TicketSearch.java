package helpdesk.ticket.ticketing;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        TicketSelection selection = selection(list, after);
        if (TicketStatements.isFrequencyKnown(selection)) {
            return places(TicketStatements.places(selection, list, limit), list);
        }
        long[] looked = new long[1];
        TicketStatements.Statement first = TicketStatements.amongFirst(selection, list, limit);
        List<Place> found = sql.search(
                first.text(),
                row -> {
                    looked[0] = row.getLong(3);
                    return place(row, list);
                },
                first.values());
        boolean isAll = !found.isEmpty() && looked[0] < TicketStatements.window(selection);
        return found.size() == limit || isAll ? found : places(TicketStatements.byWords(selection, list, limit), list);
    }

    /** How many tickets the list has. */
    long count(TicketList list) {
        TicketStatements.Statement total = TicketStatements.total(criteria.select(list.filter(), list.pointer()));
        return sql.search(total.text(), row -> row.getLong(1), total.values()).getFirst();
    }

    /** How many tickets each of the lists has; counting stops at the limit. In one statement. */
    public List<Long> count(List<TicketList> lists, int limit) {
        if (lists.isEmpty()) {
            return List.of();
        }
        TicketStatements.Statement counts = TicketStatements.counts(
                lists.stream()
                        .map(list -> criteria.select(list.filter(), list.pointer()))
                        .toList(),
                limit);
        return sql.search(counts.text(), row -> row.getLong(2), counts.values());
    }

    /** Which tickets of the list are behind the place. */
    TicketSelection selection(TicketList list, List<String> after) {
        TicketSelection selection = criteria.select(list.filter(), list.pointer());
        TicketSort order = list.order();
        if (!after.isEmpty()) {
            // As one row value, so that the index leads to the place at once.
            selection.and(
                    "(" + order.column() + ", t.id) " + (list.isDescending() ? "<" : ">") + " (?, ?)",
                    order.value(after.get(0)),
                    UUID.fromString(after.get(1)));
        }
        return selection;
    }

    private List<Place> places(TicketStatements.Statement statement, TicketList list) {
        return sql.search(statement.text(), row -> place(row, list), statement.values());
    }

    private static Place place(ResultSet row, TicketList list) throws SQLException {
        return new Place(row.getObject(1, UUID.class), list.order().read(row));
    }

    /** Where a ticket is in a list. */
    record Place(UUID id, String sortValue) {

        List<String> cursor() {
            return List.of(sortValue, id.toString());
        }
    }
}
