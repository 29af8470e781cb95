package helpdesk.notification.calendar;

import static helpdesk.notification.Appointments.bookedOf;
import static helpdesk.notification.Appointments.booking;
import static helpdesk.notification.Appointments.calendar;
import static helpdesk.notification.Appointments.cancel;
import static helpdesk.notification.Appointments.move;
import static helpdesk.notification.Appointments.put;
import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import helpdesk.notification.Appointments;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class AgentCalendarResourceTest {

    private static final String PATH = "/api/v1/agent-calendars/{agent}";

    private final UUID agent = UUID.randomUUID();

    /** Noon UTC, days ahead: within the hours from 9 to 17. */
    private final Instant noon =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(3, ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);

    @Test
    void agents_keep_their_own_calendar() {
        String own = Tokens.of(agent, "agent");
        with(own).get(PATH, agent).then().statusCode(404).body("code", equalTo("agent-calendar-not-found"));
        with(own)
                .header("If-None-Match", "*")
                .body(calendar("09:00", "17:00"))
                .put(PATH, agent)
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("agentId", equalTo(agent.toString()))
                .body("hours", hasSize(7))
                .body("absences", empty());
        with(own)
                .header("If-None-Match", "*")
                .body(calendar("09:00", "17:00"))
                .put(PATH, agent)
                .then()
                .statusCode(412);
        with(own)
                .header("If-Match", "\"0\"")
                .body(away(noon, noon.plusSeconds(3600)))
                .put(PATH, agent)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("absences.reason", contains("Training"));
        with(own)
                .header("If-Match", "\"0\"")
                .body(calendar("09:00", "17:00"))
                .put(PATH, agent)
                .then()
                .statusCode(412);
        with(own).body(calendar("09:00", "17:00")).put(PATH, agent).then().statusCode(428);
    }

    @Test
    void only_who_leads_them_keeps_that_of_others() {
        put(agent, calendar("09:00", "17:00"));

        as("supervisor").get(PATH, agent).then().statusCode(200);
        as("agent").get(PATH, agent).then().statusCode(404);
        as("agent")
                .header("If-Match", "*")
                .body(calendar("09:00", "17:00"))
                .put(PATH, agent)
                .then()
                .statusCode(404);
        as("integration").get(PATH, agent).then().statusCode(403);
        as("agent").get(PATH + "/entries", agent).then().statusCode(200);
    }

    @Test
    void hours_and_absences_that_make_no_sense_are_refused() {
        refused(
                Map.of(
                        "timeZone",
                        "Etc/UTC",
                        "hours",
                        List.of(
                                Map.of("day", "monday", "from", "09:00", "to", "12:00"),
                                Map.of("day", "monday", "from", "11:00", "to", "17:00"))),
                "/hours/1");
        refused(
                Map.of(
                        "timeZone",
                        "Etc/UTC",
                        "hours",
                        List.of(Map.of("day", "monday", "from", "09:00", "to", "08:00"))),
                "/hours/0/to");
        refused(away(noon, noon), "/absences/0/to");
        refused(
                Map.of(
                        "timeZone",
                        "Mars/Olympus",
                        "hours",
                        calendar("09:00", "17:00").get("hours")),
                "/timeZone");
    }

    @Test
    void free_windows_are_in_the_hours_and_between_what_is_booked() {
        put(agent, away(noon.plusSeconds(7200), noon.plusSeconds(10_800)));
        String booked = bookedOf(agent, noon);

        assertThat(slots(60))
                .containsExactly(
                        noon.minusSeconds(10_800),
                        noon.minusSeconds(7200),
                        noon.minusSeconds(3600),
                        noon.plusSeconds(3600),
                        noon.plusSeconds(10_800),
                        noon.plusSeconds(14_400));
        assertThat(slots(180)).containsExactly(noon.minusSeconds(10_800));
        cancel(booked, "us").statusCode(201);
        assertThat(slots(60)).contains(noon);
        String other = bookedOf(agent, noon);
        move(other, noon.plusSeconds(3600), "us").statusCode(201);
        assertThat(slots(60)).contains(noon).doesNotContain(noon.plusSeconds(3600));
    }

    @Test
    void an_absence_takes_time_too_and_what_was_booked_before_stays() {
        put(agent, calendar("09:00", "17:00"));
        String booked = bookedOf(agent, noon);
        as("supervisor")
                .header("If-Match", "*")
                .body(away(noon.minusSeconds(1800), noon.plusSeconds(1800)))
                .put(PATH, agent)
                .then()
                .statusCode(200);

        Appointments.read(booked).body("status", equalTo("booked"));
        Appointments.book(booking(agent, noon.minusSeconds(3600)))
                .statusCode(409)
                .body("alternatives[0].start", equalTo(noon.minusSeconds(5400).toString()));
    }

    @Test
    void a_calendar_shows_what_is_busy_and_what_is_free() {
        put(agent, away(noon.plusSeconds(7200), noon.plusSeconds(10_800)));
        String booked = bookedOf(agent, noon);

        entries()
                .body("items.kind", contains("free", "appointment", "free", "absence", "free"))
                .body("items[1].appointmentId", equalTo(booked))
                .body("items[0].start", equalTo(noon.minusSeconds(10_800).toString()))
                .body("items[0].end", equalTo(noon.toString()));
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        as("agent")
                .get("/api/v1/appointment-slots")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?agentId"));
        as("agent")
                .queryParam("agentId", agent)
                .get("/api/v1/appointment-slots")
                .then()
                .statusCode(404)
                .body("code", equalTo("agent-calendar-not-found"));
        for (String minutes : List.of("14", "721", "-60", "1e2")) {
            as("agent")
                    .queryParam("agentId", agent)
                    .queryParam("minutes", minutes)
                    .get("/api/v1/appointment-slots")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("?minutes"));
        }
        as("agent")
                .queryParam("from", noon.toString())
                .queryParam("to", noon.plus(Duration.ofDays(32)).toString())
                .get(PATH + "/entries", agent)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?to"));
    }

    private List<Instant> slots(int minutes) {
        List<String> starts = as("integration")
                .queryParam("agentId", agent)
                .queryParam("from", noon.truncatedTo(ChronoUnit.DAYS).toString())
                .queryParam(
                        "to",
                        noon.truncatedTo(ChronoUnit.DAYS)
                                .plus(1, ChronoUnit.DAYS)
                                .toString())
                .queryParam("minutes", minutes)
                .get("/api/v1/appointment-slots")
                .then()
                .statusCode(200)
                .extract()
                .path("items.start");
        return starts.stream().map(Instant::parse).toList();
    }

    private ValidatableResponse entries() {
        return as("agent")
                .queryParam("from", noon.truncatedTo(ChronoUnit.DAYS).toString())
                .queryParam(
                        "to",
                        noon.truncatedTo(ChronoUnit.DAYS)
                                .plus(1, ChronoUnit.DAYS)
                                .toString())
                .get(PATH + "/entries", agent)
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> away(Instant from, Instant to) {
        Map<String, Object> calendar = new HashMap<>(calendar("09:00", "17:00"));
        calendar.put("absences", List.of(Map.of("from", from.toString(), "to", to.toString(), "reason", "Training")));
        return calendar;
    }

    private void refused(Map<String, Object> calendar, String pointer) {
        as("supervisor")
                .header("If-None-Match", "*")
                .body(calendar)
                .put(PATH, agent)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
    }
}
