package helpdesk.ticket.macro;

import helpdesk.ticket.ticketing.AuthorData;
import helpdesk.ticket.ticketing.TicketView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** What a text of a macro can leave open. */
public enum Placeholder {
    REQUESTER_NAME("requester.name"),
    REQUESTER_FULL_NAME("requester.fullName"),
    AGENT_NAME("agent.name"),
    AGENT_TITLE("agent.title"),
    TICKET_NUMBER("ticket.number"),
    TICKET_SUBJECT("ticket.subject"),
    TICKET_STATUS("ticket.status");

    private static final java.util.regex.Pattern WRITTEN = java.util.regex.Pattern.compile("\\{\\{([^{}]*)}}");

    private final String written;

    Placeholder(String written) {
        this.written = written;
    }

    /** Names between double braces that mean nothing. */
    static List<String> unknownIn(String text) {
        return WRITTEN.matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .filter(name -> named(name).isEmpty())
                .distinct()
                .toList();
    }

    /** The text with all placeholders filled; what is not known is left empty. */
    public static String fill(String text, TicketView ticket, AuthorData agent) {
        return WRITTEN.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(named(found.group(1).strip())
                                .map(placeholder -> placeholder.value(ticket, agent))
                                .orElse("")));
    }

    private String value(TicketView ticket, AuthorData agent) {
        TicketView.RequesterView requester = ticket.requester();
        String value =
                switch (this) {
                    case REQUESTER_NAME ->
                        requester.preferredName() == null ? requester.name() : requester.preferredName();
                    case REQUESTER_FULL_NAME -> requester.name();
                    case AGENT_NAME -> agent.name();
                    case AGENT_TITLE -> agent.title();
                    case TICKET_NUMBER -> ticket.number();
                    case TICKET_SUBJECT -> ticket.subject();
                    case TICKET_STATUS -> ticket.status().wireName();
                };
        return value == null ? "" : value;
    }

    private static Optional<Placeholder> named(String name) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.written.equals(name))
                .findFirst();
    }

    static String known() {
        return Arrays.stream(values())
                .map(placeholder -> "{{" + placeholder.written + "}}")
                .collect(Collectors.joining(", "));
    }
}
