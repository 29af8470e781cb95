package helpdesk.ticket.calendar;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.http.TimeParameter;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.TicketProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps the calendars. */
@ApplicationScoped
public class CalendarService {

    /** What one answer tells about. */
    private static final Duration LONGEST = Duration.ofDays(62);

    private final CalendarRepository calendars;
    private final Patcher patcher;
    private final Event<CalendarWritten> written;
    private final Event<CalendarLeaving> leaving;
    private final Clock clock;

    CalendarService(
            CalendarRepository calendars,
            Patcher patcher,
            Event<CalendarWritten> written,
            Event<CalendarLeaving> leaving,
            Clock clock) {
        this.calendars = calendars;
        this.patcher = patcher;
        this.written = written;
        this.leaving = leaving;
        this.clock = clock;
    }

    @Transactional
    BusinessCalendar create(CalendarBody body) {
        BusinessCalendar calendar = new BusinessCalendar(Ids.next(), body, clock.instant());
        require(body, calendar.id());
        calendars.persist(calendar);
        return calendar;
    }

    @Transactional
    BusinessCalendar patch(UUID id, IfMatch ifMatch, MergePatch patch) {
        BusinessCalendar calendar = require(id);
        ifMatch.require(calendar.version());
        CalendarBody former = calendar.writable();
        CalendarBody changed = patcher.apply(patch, former);
        if (!changed.equals(former)) {
            require(changed, id);
            written.fire(new CalendarWritten(id, changed));
            calendar.write(changed, clock.instant());
            calendars.flush();
        }
        return calendar;
    }

    @Transactional
    void delete(UUID id, IfMatch ifMatch) {
        BusinessCalendar calendar = require(id);
        ifMatch.require(calendar.version());
        leaving.fire(new CalendarLeaving(id));
        calendars.delete(calendar);
    }

    /**
     * What the calendar means for a span of time.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter} for one of more than 62 days, or that ends before it
     *     begins
     */
    WorkingTimeView workingTime(UUID id, Instant from, Instant to) {
        if (to.isBefore(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw PlatformProblem.INVALID_PARAMETER.at("?to", "It is not before from, and at most 62 days behind it.");
        }
        return WorkingTimeView.of(require(id).workingTime(), from, to);
    }

    BusinessCalendar require(UUID id) {
        return calendars
                .findByIdOptional(id)
                .orElseThrow(() -> TicketProblem.CALENDAR_NOT_FOUND.problem(
                        "There is no calendar with this id. See GET /api/v1/calendars."));
    }

    private void require(CalendarBody body, UUID id) {
        if (!body.week().hasShifts()) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    "/week", "A week needs at least one shift: no clock would ever end.");
        }
        requireSpecialDays(body.specialDays());
        if (body.holidays() != null) {
            Holidays.require(body.holidays(), "/holidays");
        }
        if (calendars.isTaken(body.name(), id)) {
            throw TicketProblem.NAME_TAKEN.at("/name", "A calendar has this name already. Choose another.");
        }
    }

    private static void requireSpecialDays(List<SpecialDay> days) {
        Set<LocalDate> dates = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate date = days.get(i).date();
            if (date.getYear() < TimeParameter.FIRST_YEAR || date.getYear() > TimeParameter.LAST_YEAR) {
                throw PlatformProblem.INVALID_REQUEST.at(
                        "/specialDays/" + i + "/date", "It is a day of the years 1970 to 2200.");
            }
            if (!dates.add(date)) {
                throw PlatformProblem.INVALID_REQUEST.at(
                        "/specialDays/" + i + "/date", "A date is a special day once: put its shifts together.");
            }
        }
    }
}
