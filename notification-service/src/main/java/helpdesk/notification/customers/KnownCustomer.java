package helpdesk.notification.customers;

import java.util.UUID;

/**
 * What is known here of a customer, from customer-service's events: the first of the mail addresses, phone numbers and
 * languages, and the time zone, each of which may be null.
 *
 * @param preferredChannel how they like to be told things, as messages and events name it; null when that is not known
 * @param refusals what they do not want to be told; null when that is not said
 * @param sequence of the event it was taken from
 */
public record KnownCustomer(
        UUID id,
        Contact contact,
        String language,
        String timeZone,
        String preferredChannel,
        Refusals refusals,
        long sequence) {}
