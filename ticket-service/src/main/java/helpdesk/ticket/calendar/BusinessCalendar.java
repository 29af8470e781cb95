package helpdesk.ticket.calendar;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** When people are there to answer: the time that clocks in business time count. */
@Entity
public class BusinessCalendar extends Aggregate {

    private String name;
    private String timeZone;

    @JdbcTypeCode(SqlTypes.JSON)
    private WeekHours week;

    @JdbcTypeCode(SqlTypes.JSON)
    private HolidayRegion holidays;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<SpecialDay> specialDays;

    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected BusinessCalendar() {}

    BusinessCalendar(UUID id, CalendarBody body, Instant now) {
        super(id);
        createdAt = now;
        write(body, now);
    }

    void write(CalendarBody body, Instant now) {
        name = body.name().strip();
        timeZone = body.timeZone();
        week = body.week();
        holidays = body.holidays();
        specialDays = body.specialDays();
        updatedAt = now;
    }

    CalendarBody writable() {
        return new CalendarBody(name, timeZone, week, holidays, specialDays);
    }

    /** The time that counts by this calendar. */
    WorkingTime workingTime() {
        return writable().workingTime();
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
