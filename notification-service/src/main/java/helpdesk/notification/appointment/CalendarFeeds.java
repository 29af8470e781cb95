package helpdesk.notification.appointment;

import helpdesk.notification.calendar.CalendarAccess;
import helpdesk.platform.identity.CustomerLinks;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Links by which calendar programs read an agent's appointments. An agent has one at a time. */
@ApplicationScoped
@Transactional
class CalendarFeeds {

    private static final String SCOPE = "calendar-feed";
    private static final Duration GOOD_FOR = Duration.ofDays(365);

    /** So much of the past and of the future is in a feed. */
    private static final Duration BEFORE = Duration.ofDays(30);

    private static final Duration AHEAD = Duration.ofDays(365);
    private static final int MOST = 1_000;

    private static final String MAKE = """
            insert into calendar_feed (id, agent_id, expires_at, created_by, created_at) values (?, ?, ?, ?, ?)
            on conflict (agent_id) do update set id = excluded.id, expires_at = excluded.expires_at,
                created_by = excluded.created_by, created_at = excluded.created_at""";

    private static final String END = "delete from calendar_feed where agent_id = ?";

    private static final String AGENT = "select agent_id from calendar_feed where id = ?";

    private final AppointmentRepository appointments;
    private final CalendarAccess access;
    private final CalendarFile calendarFile;
    private final CustomerLinks links;
    private final Sql sql;
    private final Clock clock;
    private final String publicUrl;

    CalendarFeeds(
            AppointmentRepository appointments,
            CalendarAccess access,
            CalendarFile calendarFile,
            CustomerLinks links,
            Sql sql,
            Clock clock,
            @ConfigProperty(name = "helpdesk.public-url") String publicUrl) {
        this.appointments = appointments;
        this.access = access;
        this.calendarFile = calendarFile;
        this.links = links;
        this.sql = sql;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /**
     * A new link. The one before is good no more.
     *
     * @throws helpdesk.platform.problem.Problem {@code agent-calendar-not-found} for an agent who asks for another's
     */
    FeedLinkView make(UUID agent) {
        access.require(agent);
        UUID id = Ids.next();
        Instant now = clock.instant();
        Instant until = now.plus(GOOD_FOR).truncatedTo(ChronoUnit.SECONDS);
        sql.execute(MAKE, id, agent, until, access.actor(), now);
        return new FeedLinkView(agent, publicUrl + "/api/v1/calendar-feeds/" + links.issue(SCOPE, id, until), until);
    }

    /**
     * Ends the link.
     *
     * @throws helpdesk.platform.problem.Problem {@code agent-calendar-not-found} for an agent who asks for another's
     */
    void end(UUID agent) {
        access.require(agent);
        sql.execute(END, agent);
    }

    /**
     * The agent's appointments as a calendar file.
     *
     * @throws helpdesk.platform.problem.Problem {@code not-found} or {@code link-expired}, {@code not-found} also when it was
     *     ended
     */
    byte[] read(String token) {
        UUID agent = sql.first(AGENT, row -> row.getObject(1, UUID.class), links.open(SCOPE, token))
                .orElseThrow(() -> PlatformProblem.NOT_FOUND.problem("This link was ended. Ask for a new one."));
        Instant now = clock.instant();
        return calendarFile.feed(appointments.ofAgent(agent, now.minus(BEFORE), now.plus(AHEAD), MOST));
    }
}
