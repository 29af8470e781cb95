package helpdesk.notification.calendar;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What agents' time is taken by. An exclusion constraint of the database keeps two from overlapping: whoever comes second
 * waits until the first is stored, and is then told that the time is taken.
 */
@ApplicationScoped
public class AgentTimes {

    private static final String TAKE = """
            insert into agent_time (id, agent_id, starts_at, ends_at, held_until) values (?, ?, ?, ?, ?)
            on conflict on constraint agent_time_never_twice do nothing""";

    private static final String CLEAR = """
            delete from agent_time
            where agent_id = ? and tstzrange(starts_at, ends_at) && tstzrange(?, ?) and held_until <= ?""";

    private static final String CONFIRM = """
            update agent_time set id = ?, held_until = null
            where id = ? and agent_id = ? and starts_at = ? and ends_at = ? and held_until > ?""";

    private static final String HOLD = """
            select id, agent_id, starts_at, ends_at, held_until from agent_time where id = ? and held_until > ?""";

    private static final String TAKEN = """
            select id, agent_id, starts_at, ends_at, held_until from agent_time
            where agent_id = ? and tstzrange(starts_at, ends_at) && tstzrange(?, ?)
                and (held_until is null or held_until > ?)
            order by starts_at""";

    private static final String RELEASE = "delete from agent_time where id = ?";

    private final AgentCalendars calendars;
    private final Sql sql;
    private final Clock clock;

    AgentTimes(AgentCalendars calendars, Sql sql, Clock clock) {
        this.calendars = calendars;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Takes the agent's time until it is released.
     *
     * @param id of the appointment that it is for
     * @return false when the agent has something else then, or is away
     */
    public boolean book(UUID id, UUID agent, Window window) {
        return take(id, agent, window, null);
    }

    /** Takes the agent's time until the moment, or until it is confirmed. */
    boolean hold(UUID id, UUID agent, Window window, Instant until) {
        return take(id, agent, window, until);
    }

    /**
     * Makes a hold that is still good the appointment's.
     *
     * @return false when there is no such hold of this agent and window
     */
    public boolean confirm(UUID hold, UUID id, UUID agent, Window window) {
        return sql.execute(CONFIRM, id, hold, agent, window.start(), window.end(), clock.instant()) == 1;
    }

    /** A hold that is still good. */
    public Optional<Taken> hold(UUID id) {
        return sql.first(HOLD, AgentTimes::read, id, clock.instant());
    }

    /** Gives the time back. */
    public void release(UUID id) {
        sql.execute(RELEASE, id);
    }

    /** What takes the agent's time between these moments, in order. */
    List<Taken> taken(UUID agent, Instant from, Instant to) {
        return sql.list(TAKEN, AgentTimes::read, agent, from, to, clock.instant());
    }

    private boolean take(UUID id, UUID agent, Window window, Instant heldUntil) {
        boolean away = calendars
                .held(agent)
                .map(calendar -> calendar.away(window.start(), window.end()))
                .filter(absences -> !absences.isEmpty())
                .isPresent();
        if (away) {
            return false;
        }
        sql.execute(CLEAR, agent, window.start(), window.end(), clock.instant());
        return sql.execute(TAKE, id, agent, window.start(), window.end(), heldUntil) == 1;
    }

    private static Taken read(ResultSet row) throws SQLException {
        OffsetDateTime heldUntil = row.getObject(5, OffsetDateTime.class);
        return new Taken(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Window(
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getObject(4, OffsetDateTime.class).toInstant()),
                heldUntil == null ? null : heldUntil.toInstant());
    }

    /**
     * Something that takes time.
     *
     * @param id the appointment's or the hold's
     * @param heldUntil null for an appointment
     */
    public record Taken(UUID id, UUID agentId, Window window, Instant heldUntil) {}
}
