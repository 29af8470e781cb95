package helpdesk.notification.appointment;

import static helpdesk.notification.Appointments.PATH;
import static helpdesk.notification.Appointments.bookedOf;
import static helpdesk.notification.Appointments.booking;
import static helpdesk.notification.Appointments.cancel;
import static helpdesk.notification.Appointments.conclude;
import static helpdesk.notification.Appointments.inHours;
import static helpdesk.notification.Appointments.read;
import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.with;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class AppointmentListResourceTest {

    private final UUID agent = UUID.randomUUID();
    private final Instant start = inHours(48);

    @Inject
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void one_that_nobody_tells_about_is_overdue_until_somebody_does() {
        String id = bookedOf(agent, start);
        String later = bookedOf(agent, start.plusSeconds(7200));
        overdue().body("items", empty());
        moveTo(start.plusSeconds(3601));

        overdue().body("items.id", contains(id)).body("items.status", contains("booked"));
        conclude(id, Map.of("outcome", "kept")).statusCode(201).body("withinWindow", nullValue());
        overdue().body("items", empty());
        read(later).body("status", equalTo("booked"));
    }

    @Test
    void lists_are_filtered_and_go_on_page_by_page() {
        String first = bookedOf(agent, start);
        String second = bookedOf(agent, start.plusSeconds(3600));
        String third = bookedOf(agent, start.plusSeconds(7200));
        cancel(third, "us").statusCode(201);

        String next = as("agent")
                .queryParam("agentId", agent)
                .queryParam("limit", 1)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.id", contains(first))
                .extract()
                .path("next");
        as("agent")
                .queryParam("agentId", agent)
                .queryParam("after", next)
                .get(PATH)
                .then()
                .body("items.id", contains(second, third));
        as("agent").queryParam("after", next).get(PATH).then().statusCode(400);
        list("status", "booked").body("items.id", contains(first, second));
        list("status", "cancelled").body("items.id", contains(third));
        list("from", start.plusSeconds(1).toString()).body("items.id", contains(second, third));
        list("to", start.plusSeconds(3600).toString()).body("items.id", contains(first));
        list("overdue", "perhaps").statusCode(400).body("errors.pointer", contains("?overdue"));
        list("status", "lost").statusCode(400);
    }

    @Test
    void who_is_not_on_the_staff_sees_only_what_they_booked() {
        String token = Tokens.ofApiKey(UUID.randomUUID(), "integration");
        String id = with(token)
                .body(booking(agent, start))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        with(token).get(PATH + "/" + id).then().statusCode(200);
        with(Tokens.ofApiKey(UUID.randomUUID(), "integration"))
                .get(PATH + "/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("appointment-not-found"));
        with(token).get(PATH).then().statusCode(403);
        as("customer").get(PATH + "/" + id).then().statusCode(403);
        given().get(PATH + "/" + id).then().statusCode(401);
        with(token)
                .body(Map.of("outcome", "kept"))
                .post(PATH + "/{id}/outcomes", id)
                .then()
                .statusCode(403);
    }

    private ValidatableResponse overdue() {
        return list("overdue", "true").statusCode(200);
    }

    private ValidatableResponse list(String filter, String value) {
        return as("agent")
                .queryParam("agentId", agent)
                .queryParam(filter, value)
                .get(PATH)
                .then();
    }

    private void moveTo(Instant time) {
        clock.move(Duration.between(clock.instant(), time));
    }
}
