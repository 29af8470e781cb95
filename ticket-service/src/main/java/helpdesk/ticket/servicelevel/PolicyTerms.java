package helpdesk.ticket.servicelevel;

import helpdesk.ticket.calendar.CalendarBody;
import helpdesk.ticket.calendar.WorkingTime;
import helpdesk.ticket.vocabulary.Priority;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What a policy means for a clock.
 *
 * @param revision which revision of the policy this is, or one that nobody knows of terms that are only thought of
 * @param writtenAt since when it says that
 * @param calendar the name of the calendar that business time counts by
 * @param hours its working hours
 */
record PolicyTerms(UUID revision, Instant writtenAt, PolicyPromises promises, String calendar, WorkingTime hours) {

    String name() {
        return promises.name();
    }

    /** The same by another calendar. */
    PolicyTerms by(CalendarBody other) {
        return new PolicyTerms(UUID.randomUUID(), writtenAt, promises, other.name(), other.workingTime());
    }

    /** What is promised of a metric for a priority; the target that names the priority goes before the one for all. */
    Optional<Target> target(Metric metric, Priority priority) {
        return first(metric, target -> target.priorities().contains(priority))
                .or(() -> first(metric, target -> target.priorities().isEmpty()))
                .map(PolicyTarget::target);
    }

    /** How a clock runs from a moment on. */
    ClockSpan span(Metric metric, Priority priority, Waiting waiting, Instant from) {
        Target target = target(metric, priority).orElse(null);
        return new ClockSpan(from, revision, priority, target, waiting, target != null && runs(metric, waiting));
    }

    /** The time that counts for a target. */
    CountedTime time(Target target) {
        return target.time() == TimeKind.CALENDAR ? CountedTime.EVERY_HOUR : new CountedTime(hours);
    }

    private boolean runs(Metric metric, Waiting waiting) {
        return switch (waiting) {
            case NOBODY -> true;
            case CUSTOMER -> !metric.pauses();
            case THIRD_PARTY -> !metric.pauses() || !promises.pausesOnHold();
            case ANOTHER_TICKET, NOT_RECORDED -> false;
        };
    }

    private Optional<PolicyTarget> first(Metric metric, Predicate<PolicyTarget> predicate) {
        return promises.targets().stream()
                .filter(target -> target.metric() == metric)
                .filter(predicate)
                .findFirst();
    }
}
