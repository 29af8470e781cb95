package helpdesk.ticket.ticketing;

import helpdesk.ticket.condition.ConditionField;
import helpdesk.ticket.condition.Facts;
import helpdesk.ticket.condition.Moment;
import helpdesk.ticket.condition.TextField;
import helpdesk.ticket.history.FieldChange;
import helpdesk.ticket.servicelevel.TicketSituation;
import helpdesk.ticket.servicelevel.Waiting;
import helpdesk.ticket.vocabulary.TicketStatus;
import java.time.Duration;
import java.time.Instant;
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
                ticket.origin().isAsked(),
                of(ticket));
    }

    static Facts of(Ticket ticket) {
        return Facts.of(
                field -> values(ticket, field),
                key -> Facts.texts(ticket.content().customFields().get(key)),
                text -> text(ticket, text));
    }

    /** The same, with what has changed just now, at a time. */
    static Facts of(Ticket ticket, List<FieldChange> changes, Instant now) {
        return of(ticket).at(changes, moment -> age(since(ticket, moment), now));
    }

    /** When something began. */
    static Instant since(Ticket ticket, Moment moment) {
        return switch (moment) {
            case OPENED -> ticket.trail().createdAt();
            case STATUS ->
                ticket.progress().statusSince().orElseGet(() -> ticket.trail().updatedAt());
            case UPDATED -> ticket.trail().updatedAt();
        };
    }

    private static Duration age(Instant since, Instant now) {
        return since.isBefore(now) ? Duration.between(since, now) : Duration.ZERO;
    }

    private static String text(Ticket ticket, TextField text) {
        return switch (text) {
            case SUBJECT -> ticket.content().subject();
            case DESCRIPTION -> ticket.origin().description();
        };
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
            case STATUS -> List.of(ticket.status().wireName());
            case ASSIGNEE ->
                ticket.assignee() == null
                        ? List.of()
                        : List.of(ticket.assignee().id().toString());
            case GROUP -> List.of(content.group());
            case TAG -> content.tags();
            case PROBE -> List.of(Boolean.toString(origin.isProbe()));
            case LANGUAGE -> one(origin.language());
            case CATEGORY -> one(content.category());
            case CAUSE -> one(content.cause());
            case EMAIL_DOMAIN -> one(domain(ticket.requester().email()));
        };
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
