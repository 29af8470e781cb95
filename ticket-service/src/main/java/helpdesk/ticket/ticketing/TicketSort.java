package helpdesk.ticket.ticketing;

import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.search.SearchPeriod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The orders a list of tickets can have. Ties are broken by id, so that every order is total. */
enum TicketSort {
    CREATED("createdAt", "t.created_at"),
    UPDATED("updatedAt", "t.updated_at"),
    NUMBER("number", "t.number"),
    PRIORITY("priority", "t.priority_rank");

    private final String parameter;
    private final String column;

    TicketSort(String parameter, String column) {
        this.parameter = parameter;
        this.column = column;
    }

    /**
     * The order of this name, a minus before it or not.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter}
     */
    static TicketSort parse(String text, String pointer) {
        String name = text.startsWith("-") ? text.substring(1) : text;
        for (TicketSort sort : values()) {
            if (sort.parameter.equals(name)) {
                return sort;
            }
        }
        throw PlatformProblem.INVALID_PARAMETER.at(
                pointer, "Sort by createdAt, updatedAt, number or priority; a minus before it turns the order round.");
    }

    String column() {
        return column;
    }

    /** Which periods of documents follow this order; empty when none do. */
    Optional<SearchPeriod> period() {
        return switch (this) {
            case CREATED -> Optional.of(SearchPeriod.CREATED);
            case UPDATED -> Optional.of(SearchPeriod.UPDATED);
            case NUMBER, PRIORITY -> Optional.empty();
        };
    }

    /** The value of a row's second column, as a cursor keeps it. */
    String read(ResultSet row) throws SQLException {
        return switch (this) {
            case CREATED, UPDATED ->
                row.getObject(2, OffsetDateTime.class).toInstant().toString();
            case NUMBER, PRIORITY -> Long.toString(row.getLong(2));
        };
    }

    /** The value again, for the database. */
    Object value(String text) {
        return switch (this) {
            case CREATED, UPDATED -> Instant.parse(text);
            case NUMBER, PRIORITY -> Long.valueOf(text);
        };
    }
}
