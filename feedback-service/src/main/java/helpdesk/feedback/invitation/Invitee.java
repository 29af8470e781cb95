package helpdesk.feedback.invitation;

import helpdesk.platform.contact.EmailAddresses;
import jakarta.persistence.Embeddable;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Who is asked, and where.
 *
 * @param customerId null while the customer is not identified
 * @param customerOriginId who was named at first, when that profile goes on in another; else null
 * @param contact as the ticket told it; empty when it was erased
 * @param contactEmail in the form in which addresses are compared, or null
 */
@Embeddable
record Invitee(
        UUID customerId,
        UUID customerOriginId,
        @JdbcTypeCode(SqlTypes.JSON) Contact contact,
        String contactEmail) {

    /** @param current what customers go on as */
    static Invitee of(UUID customer, Contact contact, Map<UUID, UUID> current) {
        return new Invitee(null, null, contact, EmailAddresses.normalize(contact.email()))
                .identified(customer, current);
    }

    /** The same, known to be this customer. */
    Invitee identified(UUID customer, Map<UUID, UUID> current) {
        UUID successor = customer == null ? null : current.getOrDefault(customer, customer);
        return new Invitee(
                successor, customer == null || customer.equals(successor) ? null : customer, contact, contactEmail);
    }
}
