package helpdesk.feedback.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.feedback.invitation.Contact;
import helpdesk.platform.contact.EmailAddresses;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Who complained, and why it came to that: the local replica. What is told comes in any order, so the head of a ticket, its
 * cause and its solution each keep the sequence of the event that told them last.
 */
@ApplicationScoped
class Complaints {

    private static final String BEGIN = """
            insert into complaint (ticket_id, sequence, is_complaint, language, cause_sequence, contact, resolved_sequence)
            values (?, -2, false, ?, -2, '{}', -2) on conflict do nothing""";

    private static final String FOLLOW = """
            update complaint set sequence = ?, is_complaint = ?, language = ?,
                customer_id = coalesce(?, customer_id), customer_origin_id = case when ? then ? else customer_origin_id end
            where ticket_id = ? and sequence < ?""";

    /** Whoever asked for an improvement in the connection of a ticket may become known by the ticket, too. */
    private static final String IDENTIFY = """
            update improvement_voice set customer_id = ?, customer_origin_id = ?
            where ticket_id = ? and customer_id is null""";

    private static final String EXPLAIN =
            "update complaint set cause = ?, cause_sequence = ? where ticket_id = ? and cause_sequence < ?";

    private static final String RESOLVE = """
            update complaint set contact = cast(? as jsonb), contact_email = ?, resolved_at = ?, resolved_sequence = ?
            where ticket_id = ? and resolved_sequence < ?""";

    private final Sql sql;
    private final ObjectMapper json;

    Complaints(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** From now on the ticket is followed, because it has a cause or was a complaint that is solved. */
    void begin(ToldTicket ticket) {
        sql.execute(BEGIN, ticket.ticketId(), ticket.language());
    }

    /** Learns what every event says of a ticket that is followed. */
    void follow(ToldTicket ticket, Map<UUID, UUID> current, long sequence) {
        UUID customer = ticket.customerId();
        UUID successor = customer == null ? null : current.getOrDefault(customer, customer);
        UUID origin = customer == null || customer.equals(successor) ? null : customer;
        sql.execute(
                FOLLOW,
                sequence,
                ticket.isComplaint(),
                ticket.language(),
                successor,
                customer != null,
                origin,
                ticket.ticketId(),
                sequence);
        if (customer != null) {
            sql.execute(IDENTIFY, successor, origin, ticket.ticketId());
        }
    }

    /** Learns why it came to the complaint; null when nobody knows any more. */
    void explain(UUID ticket, String cause, long sequence) {
        sql.execute(EXPLAIN, cause, sequence, ticket, sequence);
    }

    /** Learns when it was solved, and how its requester is reached. Of tickets that are not followed nothing is kept. */
    void resolve(ToldTicket ticket, long sequence) {
        Contact contact = Objects.requireNonNull(ticket.requester(), "requester");
        sql.execute(
                RESOLVE,
                write(contact),
                EmailAddresses.normalize(contact.email()),
                Objects.requireNonNull(ticket.resolvedAt(), "resolvedAt"),
                sequence,
                ticket.ticketId(),
                sequence);
    }

    private String write(Contact contact) {
        try {
            return json.writeValueAsString(contact);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
