package helpdesk.ticket.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a calendar means for a span of time.
 *
 * @param seconds that count
 * @param periods that count, in order
 * @param exceptions days in it that have other hours than their weekday, and why
 */
@Schema(name = "WorkingTime")
public record WorkingTimeView(long seconds, List<Period> periods, List<ExceptionalDay> exceptions) {

    /** A day and the name of the holiday or special day. */
    @Schema(name = "ExceptionalDay")
    public record ExceptionalDay(LocalDate date, String name) {}

    static WorkingTimeView of(WorkingTime time, Instant from, Instant to) {
        List<Period> periods = time.periods(from, to);
        List<ExceptionalDay> exceptions = new ArrayList<>();
        // The end is no part of the span, and neither is the day that begins with it.
        LocalDate last = time.day(from.isBefore(to) ? to.minusNanos(1) : to);
        for (LocalDate day = time.day(from); !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate date = day;
            time.exception(date).ifPresent(name -> exceptions.add(new ExceptionalDay(date, name)));
        }
        Duration all = periods.stream().map(Period::length).reduce(Duration.ZERO, Duration::plus);
        return new WorkingTimeView(all.toSeconds(), periods, exceptions);
    }
}
