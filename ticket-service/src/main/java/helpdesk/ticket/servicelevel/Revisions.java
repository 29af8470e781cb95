package helpdesk.ticket.servicelevel;

import java.util.UUID;

/** Finds what policies said. */
@FunctionalInterface
interface Revisions {

    /** @param id of a revision that clocks ran by */
    PolicyTerms of(UUID id);

    /** The time that counts in a span with a target. */
    default CountedTime time(ClockSpan span) {
        return span.target().time() == TimeKind.CALENDAR
                ? CountedTime.EVERY_HOUR
                : of(span.revision()).time(span.target());
    }
}
