package helpdesk.ticket.ticketing;

import helpdesk.platform.persistence.Sql;
import helpdesk.ticket.search.SearchPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        if (selection.words() == null) {
            return places(TicketStatements.places(selection, list, limit), list);
        }
        Looked first = first(selection, list, limit);
        if (first.places().size() == limit || first.total() <= TicketStatements.FIRST) {
            return first.places();
        }
        return inPeriods(selection, list, limit)
                .orElseGet(() -> places(TicketStatements.amongHits(selection, list, limit, null), list));
    }

    /** Among what is first in time, if the list is in an order of time, in spans that become longer until they hold enough. */
    private Optional<List<Place>> inPeriods(TicketSelection selection, TicketList list, int limit) {
        Optional<SearchPeriod> period = list.order().period();
        Optional<Instant> begin = period.isEmpty() ? Optional.empty() : begin(selection, list);
        for (int level = 0; begin.isPresent() && level < SearchPeriod.LEVELS; level++) {
            String periods = period.get().around(begin.get(), level, list.isDescending());
            List<Place> found = places(TicketStatements.amongHits(selection, list, limit, periods), list);
            if (found.size() == limit) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
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

    private Optional<Instant> begin(TicketSelection selection, TicketList list) {
        return places(TicketStatements.places(selection, list, 1), list).stream()
                .map(first -> Instant.parse(first.sortValue()))
                .findFirst();
    }

    private List<Place> places(TicketStatements.Statement statement, TicketList list) {
        return sql.search(statement.text(), row -> place(row, list), statement.values());
    }

    private Looked first(TicketSelection selection, TicketList list, int limit) {
        TicketStatements.Statement statement = TicketStatements.amongFirst(selection, list, limit);
        long[] total = new long[1];
        List<Place> places = sql.search(
                statement.text(),
                row -> {
                    total[0] = row.getLong(3);
                    return row.getObject(1) == null ? null : place(row, list);
                },
                statement.values());
        return new Looked(places.stream().filter(Objects::nonNull).toList(), total[0]);
    }

    private static Place place(ResultSet row, TicketList list) throws SQLException {
        return new Place(row.getObject(1, UUID.class), list.order().read(row));
    }

    /** What was found, and among how many. */
    private record Looked(List<Place> places, long total) {}

    /** Where a ticket is in a list. */
    record Place(UUID id, String sortValue) {

        List<String> cursor() {
            return List.of(sortValue, id.toString());
        }
    }
}
