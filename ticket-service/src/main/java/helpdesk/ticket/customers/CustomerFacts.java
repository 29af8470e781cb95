package helpdesk.ticket.customers;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What ticket-service reads from a customer's profile events. */
public record CustomerFacts(
        UUID customerId,
        String name,
        String preferredName,
        List<String> emails,
        List<String> phones,
        List<String> languages) {

    /** Without id and name there is nobody to know. */
    public CustomerFacts {
        Objects.requireNonNull(customerId, "customerId is missing");
        Objects.requireNonNull(name, "name is missing");
    }
}
