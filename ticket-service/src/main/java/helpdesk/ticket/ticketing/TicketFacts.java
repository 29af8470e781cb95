package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.ticket.condition.ConditionField;
import helpdesk.ticket.condition.Facts;
import helpdesk.ticket.servicelevel.TicketSituation;
import helpdesk.ticket.servicelevel.Waiting;
import helpdesk.ticket.vocabulary.TicketStatus;
import java.util.List;

/** What conditions can be about, of a ticket. */
final class TicketFacts {

    private TicketFacts() {}

    /** What service levels need to know of a ticket as it is now. */
    static TicketSituation situation(Ticket ticket) {
        TicketStatus status = ticket.status();
        return new TicketSituation(
                ticket.id(),
                ticket.content().priority(),
                waiting(ticket),
                status == TicketStatus.RESOLVED || status == TicketStatus.CLOSED,
                of(ticket));
    }

    static Facts of(Ticket ticket) {
        return new Facts(field -> values(ticket, field), key -> customValues(ticket, key));
    }

    private static List<String> values(Ticket ticket, ConditionField field) {
        TicketContent content = ticket.content();
        TicketOrigin origin = ticket.origin();
        return switch (field) {
            case TYPE -> List.of(origin.type().wireName());
            case CHANNEL -> List.of(origin.channel().wireName());
            case PRIORITY -> List.of(content.priority().wireName());
            case ORIGIN -> List.of(origin.origin().wireName());
            case TIER -> List.of(Integer.toString(ticket.tier()));
            case GROUP -> List.of(content.group());
            case TAG -> content.tags();
            case LANGUAGE -> one(origin.language());
            case CATEGORY -> one(content.category());
            case CAUSE -> one(content.cause());
            case EMAIL_DOMAIN -> one(domain(ticket.requester().email()));
        };
    }

    private static List<String> customValues(Ticket ticket, String key) {
        JsonNode value = ticket.content().customFields().get(key);
        if (value == null) {
            return List.of();
        }
        return value.isArray() ? value.valueStream().map(JsonNode::asText).toList() : List.of(value.asText());
    }

    private static Waiting waiting(Ticket ticket) {
        if (ticket.relations().mergedInto() != null) {
            return Waiting.ANOTHER_TICKET;
        }
        return switch (ticket.status()) {
            case PENDING -> Waiting.CUSTOMER;
            case ON_HOLD -> Waiting.THIRD_PARTY;
            case NEW, OPEN, RESOLVED, CLOSED -> Waiting.NOBODY;
        };
    }

    private static String domain(String email) {
        return email == null ? null : email.substring(email.lastIndexOf('@') + 1);
    }

    private static List<String> one(String value) {
        return value == null ? List.of() : List.of(value);
    }
}
