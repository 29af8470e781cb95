package helpdesk.customer.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.customer.identity.Contact;
import helpdesk.customer.mapping.MappedPerson;
import helpdesk.customer.profile.Identity;
import helpdesk.customer.subscription.SubscriptionNews;
import helpdesk.customer.text.PlainLine;
import helpdesk.platform.time.PlausibleYears;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
 * @param subscription what it says of a subscription, by {@code subscription} with an {@code id}
 * @param visit what it says of a visit, by {@code visit}
 * @param summary a line that tells the event; empty when the data has none of at most 200 characters
 */
record IntegrationFacts(
        UUID customerId,
        List<Identity> emails,
        Optional<Contact> person,
        Optional<SubscriptionNews> subscription,
        Optional<VisitNews> visit,
        Optional<String> summary) {

    private static final int LONGEST_SUMMARY = 200;
    private static final int LONGEST_NAME = 200;

    static IntegrationFacts of(JsonNode data) {
        return new IntegrationFacts(
                uuidOrNull(data.path("customerId").textValue()),
                Stream.of(data.path("customer").path("email"), data.path("email"))
                        .flatMap(address -> Identity.email(address.textValue()).stream())
                        .toList(),
                person(data.path("customer")),
                subscription(data.path("subscription")),
                visit(data.path("visit")),
                Stream.of(data.path("summary"), data.path("title"))
                        .map(JsonNode::textValue)
                        .filter(text -> text != null && text.length() <= LONGEST_SUMMARY)
                        .map(text -> PlainLine.of(text, LONGEST_SUMMARY))
                        .filter(line -> !line.isEmpty())
                        .findFirst());
    }

    /** The same, about whom a mapping reads in it. A visit that it does not read may be told in our own terms. */
    IntegrationFacts as(MappedPerson mapped) {
        return new IntegrationFacts(
                mapped.customerId(),
                List.of(),
                Optional.of(mapped.contact())
                        .filter(contact -> !contact.identities().isEmpty()),
                subscription,
                Optional.ofNullable(mapped.visit())
                        .map(visited -> new VisitNews(visited.at(), visited.what()))
                        .or(() -> visit),
                summary);
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

    private static Optional<SubscriptionNews> subscription(JsonNode told) {
        String id = told.path("id").textValue();
        return id == null
                        || id.isBlank()
                        || id.length() > LONGEST_NAME
                        || id.codePoints().anyMatch(Character::isISOControl)
                ? Optional.empty()
                : Optional.of(new SubscriptionNews(
                        id,
                        line(told.path("name")),
                        dateOrNull(told.path("startedOn").textValue()),
                        dateOrNull(told.path("endsOn").textValue()),
                        told.path("cancelled").booleanValue()));
    }

    private static Optional<VisitNews> visit(JsonNode told) {
        return told.isObject()
                ? Optional.of(new VisitNews(timeOrNull(told.path("at").textValue()), line(told.path("what"))))
                : Optional.empty();
    }

    private static String line(JsonNode text) {
        String line = text.isTextual() ? PlainLine.of(text.textValue(), LONGEST_NAME) : "";
        return line.isEmpty() ? null : line;
    }

    private static LocalDate dateOrNull(String text) {
        try {
            LocalDate date = text == null ? null : LocalDate.parse(text);
            return date == null || !PlausibleYears.cover(date) ? null : date;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant timeOrNull(String text) {
        try {
            Instant time = text == null ? null : OffsetDateTime.parse(text).toInstant();
            return time != null && PlausibleYears.cover(time) ? time : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * That a customer was somewhere.
     *
     * @param at null when it was when the event happened
     * @param what what for, or where; null when it does not say
     */
    record VisitNews(Instant at, String what) {}

    /** Their customer ids need not look like ours. */
    private static UUID uuidOrNull(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
