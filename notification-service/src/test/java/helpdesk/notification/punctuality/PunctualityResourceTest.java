package helpdesk.notification.punctuality;

import static helpdesk.notification.Appointments.bookedOf;
import static helpdesk.notification.Appointments.cancel;
import static helpdesk.notification.Appointments.conclude;
import static helpdesk.notification.Appointments.move;
import static helpdesk.notification.Callbacks.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;

import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class PunctualityResourceTest {

    private static final String PATH = "/api/v1/appointment-punctuality";

    private final UUID agent = UUID.randomUUID();

    /** Days ahead, so that no other test has appointments of this agent then. */
    private final Instant start =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(5, ChronoUnit.DAYS).plus(8, ChronoUnit.HOURS);

    @Inject
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void it_is_told_how_well_appointments_were_kept() {
        String early = at(0);
        String within = at(1);
        String late = at(2);
        String later = at(3);
        String unknown = at(4);
        String ours = at(5);
        String theirs = at(6);
        String untold = at(7);
        String cancelled = at(8);
        String moved = at(9);
        move(moved, start.plus(Duration.ofHours(10)), "us").statusCode(201);
        cancel(cancelled, "customer").statusCode(201);
        clock.move(Duration.between(clock.instant(), start.plus(Duration.ofHours(14))));
        kept(early, start.minusSeconds(300));
        kept(within, start.plus(Duration.ofMinutes(90)));
        kept(late, start.plus(Duration.ofHours(3)).plus(Duration.ofMinutes(10)));
        kept(later, start.plus(Duration.ofHours(4)).plus(Duration.ofMinutes(40)));
        conclude(unknown, Map.of("outcome", "kept")).statusCode(201);
        conclude(ours, Map.of("outcome", "missed", "reason", "The van broke down."))
                .statusCode(201);
        conclude(theirs, Map.of("outcome", "missed", "reason", "Nobody opened.", "fault", "customer"))
                .statusCode(201);
        kept(moved, start.plus(Duration.ofHours(10)));

        JsonPath row = rows("agent");
        row.setRootPath("items.find { it.key == '%s' }".formatted(agent));

        assertThat(row.getInt("booked")).isEqualTo(10);
        assertThat(row.getInt("kept")).isEqualTo(6);
        assertThat(row.getInt("keptWithinWindow")).isEqualTo(2);
        assertThat(row.getInt("arrivalsKnown")).isEqualTo(5);
        assertThat(row.getInt("missedByUs")).isOne();
        assertThat(row.getInt("missedByCustomer")).isOne();
        assertThat(row.getInt("cancelledByUs")).isZero();
        assertThat(row.getInt("cancelledByCustomer")).isOne();
        assertThat(row.getInt("withoutOutcome")).isOne();
        assertThat(row.getInt("movedByUs")).isOne();
        assertThat(row.getInt("lateness.n")).isEqualTo(5);
        assertThat(row.getDouble("lateness.median")).isZero();
        assertThat(row.getDouble("lateness.percentile90")).isCloseTo(28, within(0.05));
        assertThat(row.getInt("withinWindow.n")).isEqualTo(6);
        assertThat(row.getDouble("withinWindow.share")).isCloseTo(2.0 / 6, within(1e-6));
        assertThat(row.getDouble("withinWindow.lower")).isCloseTo(0.0968, within(1e-3));
        assertThat(row.getDouble("withinWindow.upper")).isCloseTo(0.7000, within(1e-3));
        assertThat(untold).isNotNull();
    }

    @Test
    void it_is_told_by_week_and_month_of_the_place() {
        at(0);
        String month =
                start.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1).toString();

        assertThat(rows("month").getList("items.key", String.class)).contains(month);
        assertThat(rows("week").getList("items.key", String.class)).hasSizeBetween(1, 3);
        assertThat(rows(null).getList("items.key", String.class)).containsExactly("all");
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        as("supervisor")
                .queryParam("by", "moon")
                .get(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?by"));
        as("supervisor").queryParam("by", "week,month").get(PATH).then().statusCode(400);
        as("supervisor")
                .queryParam("from", "2024-01-01T00:00:00Z")
                .queryParam("to", "2026-01-01T00:00:00Z")
                .get(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?to"));
        as("agent").get(PATH).then().statusCode(403);
    }

    private String at(int hour) {
        return bookedOf(agent, start.plus(Duration.ofHours(hour)));
    }

    private static void kept(String id, Instant arrivedAt) {
        conclude(id, Map.of("outcome", "kept", "arrivedAt", arrivedAt.toString()))
                .statusCode(201);
    }

    private JsonPath rows(String by) {
        var request = as("supervisor")
                .queryParam("from", start.minus(Duration.ofHours(1)).toString())
                .queryParam("to", start.plus(Duration.ofHours(15)).toString());
        return (by == null ? request : request.queryParam("by", by))
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
