package helpdesk.ticket.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A calendar of working hours. */
@Schema(name = "Calendar")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarView(
        UUID id,
        String name,
        String timeZone,
        WeekHours week,
        HolidayRegion holidays,
        List<SpecialDay> specialDays,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static CalendarView of(BusinessCalendar calendar) {
        CalendarBody body = calendar.writable();
        return new CalendarView(
                calendar.id(),
                body.name(),
                body.timeZone(),
                body.week(),
                body.holidays(),
                body.specialDays(),
                calendar.createdAt(),
                calendar.updatedAt(),
                calendar.version());
    }
}
