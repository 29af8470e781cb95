package helpdesk.customer.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.customer.identity.Contact;
import helpdesk.customer.profile.Identity;
import helpdesk.customer.text.PlainLine;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the timeline understands of an event from outside, whose data may be of any shape.
 *
 * @param customerId the customer, when the data says so in our terms; else null
 * @param emails mail addresses of the customer, the surest first
 * @param person whom the event presents as a customer, with a mail address or a phone number; empty when it presents nobody
 * @param summary a line that tells the event; empty when the data has none of at most 200 characters
 */
record IntegrationFacts(UUID customerId, List<Identity> emails, Optional<Contact> person, Optional<String> summary) {

    private static final int LONGEST_SUMMARY = 200;

    static IntegrationFacts of(JsonNode data) {
        return new IntegrationFacts(
                uuidOrNull(data.path("customerId").textValue()),
                Stream.of(data.path("customer").path("email"), data.path("email"))
                        .flatMap(address -> Identity.email(address.textValue()).stream())
                        .toList(),
                person(data.path("customer")),
                Stream.of(data.path("summary"), data.path("title"))
                        .map(JsonNode::textValue)
                        .filter(text -> text != null && text.length() <= LONGEST_SUMMARY)
                        .map(text -> PlainLine.of(text, LONGEST_SUMMARY))
                        .filter(line -> !line.isEmpty())
                        .findFirst());
    }

    private static Optional<Contact> person(JsonNode customer) {
        Contact contact = new Contact(
                customer.path("name").textValue(),
                customer.path("preferredName").textValue(),
                customer.path("email").textValue(),
                customer.path("phone").textValue(),
                null);
        return Optional.of(contact).filter(person -> !person.identities().isEmpty());
    }

    /** Their customer ids need not look like ours. */
    private static UUID uuidOrNull(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
