package helpdesk.ticket.servicelevel;

import helpdesk.ticket.calendar.CalendarBody;
import helpdesk.ticket.calendar.Shift;
import helpdesk.ticket.calendar.WeekHours;
import helpdesk.ticket.vocabulary.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A clock, and what happens to its ticket. */
final class RunningClock {

    private static final CalendarBody ALWAYS = calendar("UTC", new Shift("00:00", "00:00"));

    private final ServiceLevelClock clock;
    private final Map<UUID, PolicyTerms> revisions = new HashMap<>();
    private PolicyTerms terms;
    private Priority priority = Priority.NORMAL;
    private Waiting waiting = Waiting.NOBODY;

    RunningClock(Metric metric, PolicyTerms terms, Instant start) {
        clock = new ServiceLevelClock(UUID.randomUUID(), UUID.randomUUID(), metric, 1, start);
        becomes(terms, start);
    }

    /** By the promises that the product comes with, in every hour. */
    static RunningClock standard(Metric metric, Instant start) {
        return new RunningClock(metric, standard(), start);
    }

    static PolicyTerms standard() {
        return terms(
                ALWAYS,
                false,
                target(Metric.ACKNOWLEDGEMENT, Duration.ofSeconds(30), Duration.ofSeconds(40), TimeKind.CALENDAR),
                target(Metric.FIRST_REPLY, Duration.ofHours(8), Duration.ofHours(10), TimeKind.CALENDAR),
                target(Metric.NEXT_REPLY, Duration.ofHours(8), Duration.ofHours(10), TimeKind.CALENDAR),
                target(Metric.UPDATE, Duration.ofHours(20), Duration.ofHours(24), TimeKind.CALENDAR),
                target(Metric.RESOLUTION, Duration.ofDays(2), Duration.ofDays(3), TimeKind.CALENDAR));
    }

    static PolicyTerms terms(CalendarBody calendar, boolean pausesOnHold, PolicyTarget... targets) {
        return new PolicyTerms(
                UUID.randomUUID(),
                Instant.EPOCH,
                new PolicyPromises("Some", pausesOnHold, List.of(targets)),
                calendar.name(),
                calendar.workingTime());
    }

    static PolicyTarget target(Metric metric, Duration goal, Duration promise, TimeKind time, Priority... priorities) {
        return new PolicyTarget(metric, List.of(priorities), goal.toSeconds(), promise.toSeconds(), time, null);
    }

    /** One whose days are all alike. */
    static CalendarBody calendar(String zone, Shift... shifts) {
        List<Shift> day = List.of(shifts);
        return new CalendarBody(zone, zone, new WeekHours(day, day, day, day, day, day, day), null, List.of());
    }

    RunningClock becomes(PolicyTerms other, Instant now) {
        terms = other;
        revisions.put(other.revision(), other);
        return follow(now);
    }

    RunningClock becomes(Priority other, Instant now) {
        priority = other;
        return follow(now);
    }

    RunningClock waitsFor(Waiting other, Instant now) {
        waiting = other;
        return follow(now);
    }

    RunningClock pause(Instant now) {
        return waitsFor(Waiting.CUSTOMER, now);
    }

    RunningClock resume(Instant now) {
        return waitsFor(Waiting.NOBODY, now);
    }

    RunningClock meet(Instant now) {
        clock.meet(now, false, revisions::get);
        return this;
    }

    PolicyTerms terms(UUID revision) {
        return revisions.get(revision);
    }

    Duration remaining(Instant now) {
        return clock.remaining(now, revisions::get);
    }

    Duration counted(Instant now) {
        return new CountedSpans(clock.course(), revisions::get).counted(clock.startedAt(), now);
    }

    ServiceLevelClock clock() {
        return clock;
    }

    private RunningClock follow(Instant now) {
        clock.follow(
                terms,
                new TicketSituation(clock.ticketId(), priority, waiting, false, true, null),
                1,
                now,
                revisions::get);
        return this;
    }
}
