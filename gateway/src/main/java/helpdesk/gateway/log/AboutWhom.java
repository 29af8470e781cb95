package helpdesk.gateway.log;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.PoisonException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom an event is about, as far as ids tell.
 *
 * @param subject null when it is no id
 * @param customer null when the event names none
 * @param ticket null when the event names none
 */
record AboutWhom(UUID subject, UUID customer, UUID ticket) {

    /** What proves that somebody was forgotten stays: it has ids and numbers only. */
    static final List<String> EVIDENCE = List.of(
            "org.helpdesk.customer.erasure-requested.v1",
            "org.helpdesk.customer.erased.v1",
            "org.helpdesk.personal-data.erased.v1");

    private static final String OURS = "org.helpdesk.";
    private static final AboutWhom NOBODY = new AboutWhom(null, null, null);
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    static AboutWhom of(IncomingEvent event) {
        if (EVIDENCE.contains(event.type())) {
            return NOBODY;
        }
        if (!event.type().startsWith(OURS)) {
            return foreign(event);
        }
        JsonNode data = event.data(JsonNode.class);
        return new AboutWhom(id(event.subject()), id(data, "customerId"), id(data, "ticketId"));
    }

    /** Events of others: their subjects are of their own kind, and their data may be anything. */
    private static AboutWhom foreign(IncomingEvent event) {
        try {
            JsonNode data = event.data(JsonNode.class);
            return new AboutWhom(null, id(data, "customerId"), id(data, "ticketId"));
        } catch (PoisonException unreadable) {
            return NOBODY;
        }
    }

    Stream<UUID> ids() {
        return Stream.of(subject, customer, ticket).filter(Objects::nonNull);
    }

    boolean isAny(Set<UUID> some) {
        return ids().anyMatch(some::contains);
    }

    /** What it is about is theirs too, unless it names somebody else: of what was a ticket's, all is not its customer's. */
    Stream<UUID> linked(Collection<UUID> owners) {
        return customer == null || owners.contains(customer)
                ? Stream.of(subject, ticket).filter(Objects::nonNull)
                : Stream.empty();
    }

    private static UUID id(JsonNode data, String field) {
        return id(data.path(field).textValue());
    }

    private static UUID id(String text) {
        return text != null && ID.matcher(text).matches() ? UUID.fromString(text) : null;
    }
}
