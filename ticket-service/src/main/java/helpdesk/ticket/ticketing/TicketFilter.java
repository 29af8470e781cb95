package helpdesk.ticket.ticketing;

import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketStatus;
import helpdesk.ticket.vocabulary.TicketType;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which tickets a list shows. Several values of one parameter are separated by commas and mean any of them. */
public class TicketFilter {

    private static final int MOST_VALUES = 20;
    private static final int LONGEST_SEARCH = 200;
    private static final int LONGEST_LINE = 100;

    @Parameter(description = "new, open, pending, on_hold, resolved, closed; several separated by commas")
    @QueryParam("status")
    String status;

    @Parameter(description = "me, none, or an agent's id")
    @QueryParam("assignee")
    String assignee;

    @Parameter(description = "Words in subject, description, number or requester's name; \"a phrase\", or, -without")
    @QueryParam("q")
    String search;

    @Parameter(description = "low, normal, high, urgent; several separated by commas")
    @QueryParam("priority")
    String priority;

    @Parameter(description = "question, request, complaint, incident; several separated by commas")
    @QueryParam("type")
    String type;

    @Parameter(description = "email, phone, web, chat, social, in_person, api; several separated by commas")
    @QueryParam("channel")
    String channel;

    @QueryParam("group")
    String group;

    @Parameter(description = "One tag that the ticket has")
    @QueryParam("tag")
    String tag;

    @QueryParam("customerId")
    UUID customerId;

    @Parameter(description = "The id of the ticket that is followed up")
    @QueryParam("followUpOf")
    UUID followUpOf;

    List<TicketStatus> statuses() {
        return values("status", status, TicketStatus.class);
    }

    List<Priority> priorities() {
        return values("priority", priority, Priority.class);
    }

    List<TicketType> types() {
        return values("type", type, TicketType.class);
    }

    List<Channel> channels() {
        return values("channel", channel, Channel.class);
    }

    String search() {
        if (search != null && (search.isBlank() || search.length() > LONGEST_SEARCH || search.indexOf('\0') >= 0)) {
            throw PlatformProblem.INVALID_PARAMETER.at("?q", "Search for 1 to 200 characters.");
        }
        return search;
    }

    String group() {
        return line("group", group);
    }

    String tag() {
        return line("tag", tag);
    }

    /**
     * The agent whose tickets are asked for; null when that is not the question.
     *
     * @param me tells who asks, null when it is no person
     */
    UUID assignee(Supplier<UUID> me) {
        if (assignee == null || unassigned()) {
            return null;
        }
        if (assignee.equals("me")) {
            UUID asking = me.get();
            if (asking == null) {
                throw PlatformProblem.INVALID_PARAMETER.at(
                        "?assignee", "Only people have tickets of their own; give an agent's id.");
            }
            return asking;
        }
        try {
            return UUID.fromString(assignee);
        } catch (IllegalArgumentException e) {
            throw PlatformProblem.INVALID_PARAMETER.at("?assignee", "Use me, none, or an agent's id.");
        }
    }

    boolean unassigned() {
        return "none".equals(assignee);
    }

    /** The filter as text, to bind a cursor to it. */
    String fingerprint() {
        return String.join(
                        "\n",
                        Arrays.asList(status, assignee, search, priority, type, channel, group, tag).stream()
                                .map(String::valueOf)
                                .toList())
                + "\n" + customerId + "\n" + followUpOf;
    }

    private static String line(String name, String text) {
        if (text != null && (text.isBlank() || text.length() > LONGEST_LINE || text.indexOf('\0') >= 0)) {
            throw PlatformProblem.INVALID_PARAMETER.at("?" + name, "Give 1 to 100 characters.");
        }
        return text;
    }

    private static <E extends Enum<E>> List<E> values(String name, String text, Class<E> type) {
        if (text == null) {
            return List.of();
        }
        String[] parts = text.split(",", -1);
        try {
            if (parts.length <= MOST_VALUES) {
                return Arrays.stream(parts)
                        .map(part -> part.strip().toUpperCase(Locale.ROOT))
                        .map(part -> Enum.valueOf(type, part))
                        .toList();
            }
        } catch (IllegalArgumentException unknown) {
            // Answered below with what is known.
        }
        String known = String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .toList());
        throw PlatformProblem.INVALID_PARAMETER.at("?" + name, "Use one or several of %s, separated by commas.", known);
    }
}
