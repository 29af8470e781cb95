package helpdesk.customer.timeline;

import helpdesk.customer.text.PlainLine;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.persistence.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * What an event means for a timeline.
 *
 * @param kind the event's type, for our own services without prefix and version
 * @param summary an English sentence of at most 500 characters
 * @param source the service, or the integration's own name for itself
 * @param refId the id of what it happened to; null when the event does not say
 * @param byCustomer whether it was the customer who was in touch
 * @param eventSource with {@code eventId}, what makes the event unique
 */
@Embeddable
record Happening(
        @Column(nullable = false) Instant at,
        @Column(nullable = false) String kind,
        @Column(nullable = false) String summary,
        @Column(nullable = false) String source,
        String refId,
        @Column(nullable = false) String eventSource,
        @Column(nullable = false) String eventId,
        @Column(nullable = false) boolean byCustomer) {

    private static final int LONGEST_SUMMARY = 500;
    private static final int LONGEST_NAME = 200;

    static Happening of(IncomingEvent event, String kind, String summary) {
        return of(event, kind, summary, false);
    }

    static Happening of(IncomingEvent event, String kind, String summary, boolean byCustomer) {
        String source = event.source();
        return new Happening(
                event.time(),
                PlainLine.of(kind, LONGEST_NAME),
                PlainLine.of(summary, LONGEST_SUMMARY),
                PlainLine.of(source.startsWith("/") ? source.substring(1) : source, LONGEST_NAME),
                subjectOrNull(event),
                source,
                event.id(),
                byCustomer);
    }

    /**
     * The id of its entry: told again, it is the same. Entries of one moment are in an order that is the same each time, too.
     */
    UUID entryId() {
        return Ids.of(at, eventSource + " " + eventId);
    }

    /** A subject that is too long to be an id is none. */
    private static String subjectOrNull(IncomingEvent event) {
        String subject = PlainLine.of(event.subject(), LONGEST_NAME);
        return subject.isEmpty() || !subject.equals(event.subject()) ? null : subject;
    }
}
