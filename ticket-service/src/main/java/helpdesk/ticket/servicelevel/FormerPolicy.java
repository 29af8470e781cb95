package helpdesk.ticket.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The policy of the time when there was one for all tickets and only the length of pauses was kept. Clocks of that time, and tickets that
 * are loaded with the terms of that time, are read as if it had been written down.
 */
final class FormerPolicy {

    private FormerPolicy() {}

    /** How the clock ran: its pauses, that are no more known, first. */
    static List<ClockSpan> course(ServiceLevelClock clock) {
        Target target = target(clock.metric());
        Instant start = clock.goalAt().minus(target.goal());
        List<ClockSpan> spans = new ArrayList<>();
        if (start.isAfter(clock.startedAt())) {
            spans.add(new ClockSpan(clock.startedAt(), null, null, target, Waiting.NOT_RECORDED, false));
        }
        spans.add(new ClockSpan(start, null, null, target, Waiting.NOBODY, true));
        if (clock.pausedAt() != null) {
            // Only being merged ever stopped an acknowledgement.
            Waiting waiting = clock.metric().pauses() ? Waiting.CUSTOMER : Waiting.ANOTHER_TICKET;
            spans.add(new ClockSpan(clock.pausedAt(), null, null, target, waiting, false));
        }
        return spans;
    }

    private static Target target(Metric metric) {
        return switch (metric) {
            case ACKNOWLEDGEMENT -> of(Duration.ofSeconds(30), Duration.ofSeconds(40));
            case FIRST_REPLY, NEXT_REPLY -> of(Duration.ofHours(8), Duration.ofHours(10));
            case UPDATE -> of(Duration.ofHours(20), Duration.ofHours(24));
            case RESOLUTION -> of(Duration.ofDays(2), Duration.ofDays(3));
        };
    }

    private static Target of(Duration goal, Duration promise) {
        return new Target(goal.toSeconds(), promise.toSeconds(), TimeKind.CALENDAR, null);
    }
}
