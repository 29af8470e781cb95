package helpdesk.feedback.improvement;

import helpdesk.feedback.invitation.Contact;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who asks for an improvement, and by what. Anything but contact and language may be null.
 *
 * @param responseId the answer that asks for it
 * @param ticketId the ticket in whose connection it is asked for
 * @param originId who the customer was before profiles were merged, when somebody else
 * @param contact without anything, when nothing is known
 */
record Asker(UUID responseId, UUID ticketId, UUID customerId, UUID originId, Contact contact, String language) {

    private static final String ENGLISH = "en";

    Asker {
        contact = contact == null ? new Contact(null, null, null, null, null) : contact;
        language = language == null ? ENGLISH : language;
    }

    /** By what persons are told apart. */
    Person person() {
        return Person.of(customerId, contact);
    }

    /** What they and theirs are known by: when one of these is erased, nobody is told. */
    Stream<UUID> subjects() {
        return Stream.of(responseId, ticketId, customerId, originId).filter(Objects::nonNull);
    }
}
