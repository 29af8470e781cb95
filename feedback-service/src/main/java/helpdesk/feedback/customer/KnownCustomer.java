package helpdesk.feedback.customer;

import java.util.UUID;

/**
 * What is known here of a customer, from customer-service's events: the first of the mail addresses, phone numbers and languages.
 * Anything but the id may be null.
 *
 * @param refuses whether they do not want to be asked, by whatever channel
 * @param sequence of the event it was taken from
 */
public record KnownCustomer(
        UUID id,
        String name,
        String preferredName,
        String email,
        String phone,
        String language,
        boolean refuses,
        long sequence) {

    /** Whether there is any way to ask them. */
    public boolean isReachable() {
        return email != null || phone != null;
    }
}
