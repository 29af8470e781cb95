package helpdesk.notification.appointment;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which customers are still to be reminded of which appointments, and when. */
@ApplicationScoped
class AppointmentReminders {

    private static final String PLAN = """
            insert into appointment_reminder (appointment_id, seconds_ahead, due_at) values (?, ?, ?)
            on conflict (appointment_id, seconds_ahead) do update set due_at = excluded.due_at""";

    private static final String DROP = "delete from appointment_reminder where appointment_id = ?";

    private static final String TAKE = """
            delete from appointment_reminder where ctid = any(array(
                select ctid from appointment_reminder where due_at <= ? order by due_at limit ? for update skip locked))
            returning appointment_id, seconds_ahead""";

    private final AppointmentSettings settings;
    private final Sql sql;
    private final Clock clock;

    AppointmentReminders(AppointmentSettings settings, Sql sql, Clock clock) {
        this.settings = settings;
        this.sql = sql;
        this.clock = clock;
    }

    /** Plans those that are still to come, in place of all that were planned before. */
    void plan(UUID appointment, Instant windowStart) {
        drop(appointment);
        Instant now = clock.instant();
        for (Duration ahead : settings.reminders()) {
            Instant due = windowStart.minus(ahead);
            if (due.isAfter(now)) {
                sql.execute(PLAN, appointment, ahead.toSeconds(), due);
            }
        }
    }

    /** There is nothing to be reminded of any more. */
    void drop(UUID appointment) {
        sql.execute(DROP, appointment);
    }

    /** Takes those that are due, of which no other instance takes any: they are gone when the transaction commits. */
    List<Due> take(int most) {
        return sql.list(
                TAKE,
                row -> new Due(row.getObject(1, UUID.class), Duration.ofSeconds(row.getLong(2))),
                clock.instant(),
                most);
    }

    /** A customer is to be reminded now. */
    record Due(UUID appointment, Duration ahead) {}
}
