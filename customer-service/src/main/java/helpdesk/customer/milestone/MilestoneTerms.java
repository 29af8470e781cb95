package helpdesk.customer.milestone;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a milestone is called, and what is done about it when.
 *
 * @param leadDays so many days ahead, 0 to 60
 * @param hour at this hour where the customer lives, 0 to 23
 */
@Embeddable
record MilestoneTerms(
        @Enumerated(EnumType.STRING) MilestoneKind kind,
        String title,
        @Enumerated(EnumType.STRING) MilestoneAct act,
        int leadDays,
        int hour) {

    /** When the day is told. */
    Instant dueAt(LocalDate day, ZoneId zone) {
        return day.minusDays(leadDays).atTime(hour, 0).atZone(zone).toInstant();
    }

    /** The last day that is told by then. */
    LocalDate lastToldBy(Instant now, ZoneId zone) {
        LocalDate latest = now.atZone(zone).toLocalDate().plusDays(leadDays);
        return dueAt(latest, zone).isAfter(now) ? latest.minusDays(1) : latest;
    }
}
