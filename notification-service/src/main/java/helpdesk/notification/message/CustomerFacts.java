package helpdesk.notification.message;

import helpdesk.notification.customers.Contact;
import helpdesk.notification.customers.KnownCustomer;
import helpdesk.platform.inbox.PoisonException;
import java.util.List;
import java.util.UUID;

/** What notification-service reads of a customer's events. */
record CustomerFacts(
        UUID customerId,
        UUID ticketId,
        String name,
        String preferredName,
        List<String> emails,
        List<String> phones,
        List<String> languages,
        String timeZone) {

    CustomerFacts {
        if (customerId == null || name == null) {
            throw new PoisonException("customerId and name are needed");
        }
    }

    KnownCustomer profile(long sequence) {
        Contact contact = new Contact(name, preferredName, first(emails), first(phones));
        return new KnownCustomer(customerId, contact, first(languages), timeZone, sequence);
    }

    private static String first(List<String> values) {
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
