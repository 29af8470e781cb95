package helpdesk.feedback.insight;

import helpdesk.feedback.parameter.QueryParameter;
import helpdesk.platform.problem.PlatformProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * A period of at most 366 days. Its whole days and months (UTC) are counted already; what is before and behind them is not.
 *
 * @param from its first moment
 * @param to the first moment behind it
 */
public record InsightPeriod(Instant from, Instant to) {

    static final int MOST_DAYS = 366;

    private static final Duration USUAL = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(MOST_DAYS);

    /**
     * Reads the parameters {@code from} and {@code to}; the last 30 days when they are left out.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter} when they are no such period
     */
    public static InsightPeriod of(String from, String to, Clock clock) {
        Instant end = new QueryParameter("to", to).instant().orElseGet(clock::instant);
        Instant start = new QueryParameter("from", from).instant().orElseGet(() -> end.minus(USUAL));
        if (!start.isBefore(end)) {
            throw PlatformProblem.INVALID_PARAMETER.at("?from", "The period begins before it ends: from is before to.");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw PlatformProblem.INVALID_PARAMETER.at("?from", "Ask for at most 366 days at a time.");
        }
        return new InsightPeriod(start, end);
    }

    /** The first whole day. Not before {@link #endOfDays()} when there is none. */
    public LocalDate firstDay() {
        LocalDate day = day(from);
        return begin(day).equals(from) ? day : day.plusDays(1);
    }

    /** The day behind the last whole one. */
    public LocalDate endOfDays() {
        return day(to);
    }

    public boolean hasDays() {
        return firstDay().isBefore(endOfDays());
    }

    /** The whole months, and the days before and behind them; only the days when there is no whole month. */
    public List<InsightSpan> spans() {
        LocalDate first = firstDay();
        LocalDate end = endOfDays();
        LocalDate firstMonth =
                first.getDayOfMonth() == 1 ? first : first.withDayOfMonth(1).plusMonths(1);
        LocalDate endOfMonths = end.withDayOfMonth(1);
        if (!firstMonth.isBefore(endOfMonths)) {
            return days();
        }
        return Stream.of(
                        new InsightSpan("day", first, firstMonth),
                        new InsightSpan("month", firstMonth, endOfMonths),
                        new InsightSpan("day", endOfMonths, end))
                .filter(span -> span.begin().isBefore(span.end()))
                .toList();
    }

    /** The whole days. */
    List<InsightSpan> days() {
        return hasDays() ? List.of(new InsightSpan("day", firstDay(), endOfDays())) : List.of();
    }

    /** What is before and behind the whole days: at most two periods. */
    public List<InsightPeriod> edges() {
        if (!hasDays()) {
            return List.of(this);
        }
        return Stream.of(new InsightPeriod(from, begin(firstDay())), new InsightPeriod(begin(endOfDays()), to))
                .filter(edge -> edge.from.isBefore(edge.to))
                .toList();
    }

    /** How many days it touches. */
    long touchedDays() {
        return day(to.minusNanos(1)).toEpochDay() - day(from).toEpochDay() + 1;
    }

    /** The moment at which the day begins. */
    public static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
