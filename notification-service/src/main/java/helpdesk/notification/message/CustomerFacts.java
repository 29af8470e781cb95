package helpdesk.notification.message;

import helpdesk.notification.customers.Contact;
import helpdesk.notification.customers.KnownCustomer;
import helpdesk.notification.customers.Refusals;
import helpdesk.platform.inbox.PoisonException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What notification-service reads of a customer's events. */
record CustomerFacts(
        UUID customerId,
        UUID ticketId,
        String name,
        String preferredName,
        List<String> emails,
        List<String> phones,
        List<String> languages,
        String timeZone,
        String preferredChannel,
        Boolean doNotContact,
        List<Consent> consents) {

    private static final List<String> CHANNELS = List.of("email", "sms", "phone", "in_app");

    CustomerFacts {
        if (customerId == null || name == null) {
            throw new PoisonException("customerId and name are needed");
        }
    }

    KnownCustomer profile(long sequence) {
        Contact contact = new Contact(name, preferredName, first(emails), first(phones));
        return new KnownCustomer(
                customerId, contact, first(languages), timeZone, preferredChannel, refusals(), sequence);
    }

    /** Null from a former version, which says nothing of it. */
    private Refusals refusals() {
        if (doNotContact == null || consents == null) {
            return null;
        }
        List<Consent> said = consents;
        return new Refusals(
                doNotContact,
                said.stream()
                        .filter(consent -> !consent.granted() && consent.purpose() != null)
                        // Of all channels but of one that is wanted, the others are refused one by one.
                        .flatMap(refusal -> refusal.channel() == null
                                ? CHANNELS.stream()
                                        .filter(channel -> said.stream()
                                                .noneMatch(other -> other.isGrantOf(refusal.purpose(), channel)))
                                        .map(channel -> refusal.purpose() + "/" + channel)
                                : Stream.of(refusal.purpose() + "/" + refusal.channel()))
                        .distinct()
                        .toList());
    }

    /** What the customer has said; of all channels when it names none. */
    record Consent(String purpose, String channel, boolean granted) {

        private boolean isGrantOf(String what, String how) {
            return granted && what.equals(purpose) && how.equals(channel);
        }
    }

    private static String first(List<String> values) {
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
