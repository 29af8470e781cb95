package helpdesk.ticket.ticketing;

import helpdesk.platform.problem.PlatformProblem;
import java.time.Instant;
import java.util.function.Function;

/** The orders a list of tickets can have. Ties are broken by id, so that every order is total. */
enum TicketSort {
    CREATED(
            "createdAt",
            "t.trail.createdAt",
            ticket -> ticket.trail().createdAt().toString(),
            Instant::parse),
    UPDATED(
            "updatedAt",
            "t.trail.updatedAt",
            ticket -> ticket.trail().updatedAt().toString(),
            Instant::parse),
    NUMBER("number", "t.number", ticket -> Long.toString(ticket.number()), Long::valueOf);

    private final String parameter;
    private final String path;
    private final Function<Ticket, String> write;
    private final Function<String, Object> read;

    TicketSort(String parameter, String path, Function<Ticket, String> write, Function<String, Object> read) {
        this.parameter = parameter;
        this.path = path;
        this.write = write;
        this.read = read;
    }

    static TicketSort parse(String text) {
        String name = text.startsWith("-") ? text.substring(1) : text;
        for (TicketSort sort : values()) {
            if (sort.parameter.equals(name)) {
                return sort;
            }
        }
        throw PlatformProblem.INVALID_PARAMETER.at(
                "?sort", "Sort by createdAt, updatedAt or number; a minus before it turns the order round.");
    }

    String path() {
        return path;
    }

    String valueOf(Ticket ticket) {
        return write.apply(ticket);
    }

    Object value(String text) {
        return read.apply(text);
    }
}
