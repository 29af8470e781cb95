package helpdesk.customer.mapping;

import helpdesk.customer.identity.Contact;
import helpdesk.customer.mapping.MappedPerson.Visited;
import helpdesk.customer.profile.Handle;
import helpdesk.platform.mapping.EventDocument;
import helpdesk.platform.mapping.EventTemplate;
import helpdesk.platform.mapping.MappingRefusal;
import helpdesk.platform.time.PlausibleYears;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** What a mapping makes of an event. */
final class PersonPlans {

    private static final int LONGEST = 200;
    private static final int LONGEST_ADDRESS = 400;

    private PersonPlans() {}

    /**
     * Whom the event is about.
     *
     * @throws MappingRefusal when it does not say, or in a way that means nothing here
     */
    static MappedPerson person(CustomerMappingBody mapping, EventDocument event) {
        MappedCustomer customer = mapping.customer();
        String network = line(customer.network(), event, LONGEST);
        String handle = line(customer.handle(), event, LONGEST);
        Contact contact = new Contact(
                line(customer.name(), event, LONGEST),
                line(customer.preferredName(), event, LONGEST),
                line(customer.email(), event, LONGEST_ADDRESS),
                line(customer.phone(), event, LONGEST),
                network == null || handle == null ? null : new Handle(network, handle));
        UUID customerId = customerId(line(customer.customerId(), event, LONGEST));
        if (customerId == null && contact.identities().isEmpty()) {
            throw MappingRefusal.invalid("customer: The event says nothing by which somebody is recognised.");
        }
        return new MappedPerson(customerId, contact, mapping.visit() == null ? null : visit(mapping.visit(), event));
    }

    private static Visited visit(MappedVisit visit, EventDocument event) {
        return new Visited(time(line(visit.at(), event, LONGEST)), line(visit.what(), event, LONGEST));
    }

    private static UUID customerId(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw MappingRefusal.invalid(
                    "customer.customerId: It is no id of a customer. Use network and handle for others'.");
        }
    }

    private static Instant time(String text) {
        try {
            Instant time = text == null ? null : OffsetDateTime.parse(text).toInstant();
            if (time == null || PlausibleYears.cover(time)) {
                return time;
            }
        } catch (DateTimeException notATime) {
            throw noTime();
        }
        throw noTime();
    }

    private static MappingRefusal noTime() {
        return MappingRefusal.invalid("visit.at: It is no time as RFC 3339 writes it: 2026-03-01T09:30:00Z.");
    }

    private static String line(String template, EventDocument event, int longest) {
        return template == null
                ? null
                : EventTemplate.of(template).fill(event, longest).line();
    }
}
