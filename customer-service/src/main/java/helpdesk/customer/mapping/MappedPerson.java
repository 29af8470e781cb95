package helpdesk.customer.mapping;

import helpdesk.customer.identity.Contact;
import java.time.Instant;
import java.util.UUID;

/**
 * Whom an event is about, and what it tells of them, as a mapping reads it.
 *
 * @param customerId our own id; null when it does not say
 * @param visit null when it tells of none
 */
public record MappedPerson(UUID customerId, Contact contact, Visited visit) {

    /**
     * That they were somewhere.
     *
     * @param at null when it was when the event happened
     * @param what what for, or where; null when it does not say
     */
    public record Visited(Instant at, String what) {}
}
