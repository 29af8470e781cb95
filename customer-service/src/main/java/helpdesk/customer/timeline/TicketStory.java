package helpdesk.customer.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.inbox.PoisonException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ticket events as sentences. What was written on a ticket stays there; only its subject is told. */
final class TicketStory {

    private static final int LONGEST_VALUE = 40;

    /** Tickets that we open ourselves. */
    private static final Set<String> OURS = Set.of("follow_up", "win_back");

    private static final Map<String, Function<TicketFacts, String>> SENTENCES = Map.ofEntries(
            Map.entry("ticket.opened", TicketStory::opened),
            Map.entry("ticket.acknowledged", ticket -> "acknowledged" + (ticket.automatic() ? " automatically" : "")),
            Map.entry("ticket.assigned", TicketStory::assigned),
            Map.entry("ticket.changed", TicketStory::changed),
            Map.entry("ticket.commented", TicketStory::commented),
            Map.entry("ticket.escalated", ticket -> "escalated to tier %d: %s"
                    .formatted(ticket.toTier(), ticket.reason())),
            Map.entry("ticket.resolved", TicketStory::resolved),
            Map.entry("ticket.reopened", TicketStory::reopened),
            Map.entry("ticket.closed", ticket -> "closed"),
            Map.entry("ticket.merged", TicketStory::merged),
            Map.entry("ticket.unmerged", ticket -> "stands for itself again"),
            Map.entry("ticket.callback-asked", ticket -> "has a wish to be called back"));

    private TicketStory() {}

    /** Whether this kind of event is a part of a customer's story. */
    static boolean tells(String kind) {
        return SENTENCES.containsKey(kind);
    }

    /** The event of such a kind as a sentence, which begins with the ticket's number. */
    static String sentence(String kind, TicketFacts ticket) {
        return ticket.number() + " " + SENTENCES.get(kind).apply(ticket);
    }

    /** Whether it was the customer who was in touch, and not we. */
    static boolean isByCustomer(String kind, TicketFacts ticket) {
        return switch (kind) {
            case "ticket.opened" -> !OURS.contains(String.valueOf(ticket.source()));
            case "ticket.commented" ->
                ticket.author() != null && "customer".equals(ticket.author().kind());
            case "ticket.reopened" -> "customer".equals(ticket.by());
            case "ticket.callback-asked" -> true;
            default -> false;
        };
    }

    private static String opened(TicketFacts ticket) {
        String way =
                switch (String.valueOf(ticket.source())) {
                    case "follow_up" -> "as a follow-up";
                    case "win_back" -> "to win the customer back";
                    default -> way(ticket.channel());
                };
        return "opened %s: “%s”".formatted(way, ticket.subject());
    }

    private static String way(String channel) {
        return switch (String.valueOf(channel)) {
            case "email" -> "by email";
            case "phone" -> "by phone";
            case "web" -> "on the web";
            case "chat" -> "by chat";
            case "social" -> "on a social network";
            case "in_person" -> "in person";
            default -> "by API";
        };
    }

    private static String assigned(TicketFacts ticket) {
        return ticket.assignee() == null
                ? "is assigned to nobody"
                : "assigned to " + ticket.assignee().name();
    }

    private static String resolved(TicketFacts ticket) {
        return ticket.assignee() == null
                ? "resolved"
                : "resolved by " + ticket.assignee().name();
    }

    private static String reopened(TicketFacts ticket) {
        return "reopened by " + ("customer".equals(ticket.by()) ? "the customer" : "an agent");
    }

    private static String merged(TicketFacts ticket) {
        if (ticket.mergedIntoNumber() == null) {
            throw new PoisonException("A merge has the number of the ticket that goes on");
        }
        return "goes on in " + ticket.mergedIntoNumber();
    }

    private static String commented(TicketFacts ticket) {
        String what = "public".equals(ticket.visibility()) ? "a message" : "an internal note";
        return ticket.author() == null
                ? "has " + what
                : "has %s from %s".formatted(what, ticket.author().name());
    }

    private static String changed(TicketFacts ticket) {
        return ticket.changes().stream().map(TicketStory::change).collect(Collectors.joining(", "));
    }

    private static String change(TicketFacts.Change change) {
        return switch (String.valueOf(change.field())) {
            case "customerId" -> "recognised as this customer's";
            case "satisfaction" -> "answered with satisfaction %s of 10".formatted(score(change.to()));
            default -> changeOfValue(change);
        };
    }

    private static String score(JsonNode satisfaction) {
        return satisfaction == null ? "?" : satisfaction.path("score").asText("?");
    }

    private static String changeOfValue(TicketFacts.Change change) {
        String field = words(change.field());
        if (isEmpty(change.to())) {
            return field + " removed";
        }
        if (!isShort(change.to())) {
            return field + " changed";
        }
        return isShort(change.from())
                ? "%s changed from %s to %s"
                        .formatted(field, change.from().asText(), change.to().asText())
                : "%s set to %s".formatted(field, change.to().asText());
    }

    /** {@code customFields} are custom fields. */
    private static String words(String field) {
        return String.valueOf(field).replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static boolean isEmpty(JsonNode value) {
        return value == null || value.isNull();
    }

    private static boolean isShort(JsonNode value) {
        return !isEmpty(value) && value.isValueNode() && value.asText().length() <= LONGEST_VALUE;
    }
}
