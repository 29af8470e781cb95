package helpdesk.notification.appointment;

import static helpdesk.notification.Appointments.PATH;
import static helpdesk.notification.Appointments.book;
import static helpdesk.notification.Appointments.booked;
import static helpdesk.notification.Appointments.bookedOf;
import static helpdesk.notification.Appointments.booking;
import static helpdesk.notification.Appointments.cancel;
import static helpdesk.notification.Appointments.conclude;
import static helpdesk.notification.Appointments.inHours;
import static helpdesk.notification.Appointments.move;
import static helpdesk.notification.Appointments.read;
import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class AppointmentResourceTest {

    private final UUID agent = UUID.randomUUID();
    private final Instant start = inHours(48);

    @Inject
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_visit_is_booked() {
        UUID customer = UUID.randomUUID();
        UUID ticket = UUID.randomUUID();
        Map<String, Object> booking = booking(agent, start);
        booking.put("customerId", customer);
        booking.put("ticketId", ticket);
        booking.put("language", "de-AT");

        String id = book(booking)
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString(PATH + "/"))
                .body("customerId", equalTo(customer.toString()))
                .body("ticketId", equalTo(ticket.toString()))
                .body("agentId", equalTo(agent.toString()))
                .body("name", equalTo("Amara Okafor"))
                .body("email", equalTo("amara.okafor@example.org"))
                .body("phone", equalTo("+447700900142"))
                .body("address.lines", contains("Flat 4", "12 Harbour Street"))
                .body("address.postalCode", equalTo("E1 6AN"))
                .body("windowStart", equalTo(start.toString()))
                .body("windowEnd", equalTo(start.plusSeconds(3600).toString()))
                .body("timeZone", equalTo("Europe/London"))
                .body("status", equalTo("booked"))
                .body("moved", equalTo(0))
                .body("moves", empty())
                .extract()
                .path("id");

        read(id).statusCode(200).header("ETag", "\"0\"").body("subject", equalTo("Repair of the heating"));
    }

    @ParameterizedTest
    @CsvSource({
        "PT-1H, PT1H, /windowStart",
        "PT8761H, PT1H, /windowStart",
        "PT1H, PT14M59S, /windowEnd",
        "PT1H, PT12H0M1S, /windowEnd"
    })
    void a_window_is_in_the_next_year_and_lasts_15_minutes_to_12_hours(
            Duration ahead, Duration length, String pointer) {
        Map<String, Object> booking = booking(agent, start);
        Instant from = clock.instant().plus(ahead);
        booking.put("windowStart", from.toString());
        booking.put("windowEnd", from.plus(length).toString());

        book(booking)
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void the_shortest_and_the_longest_window_are_booked() {
        Map<String, Object> booking = booking(agent, start);
        booking.put("windowEnd", start.plus(Duration.ofMinutes(15)).toString());
        book(booking).statusCode(201);
        booking.put("windowStart", start.plus(Duration.ofMinutes(15)).toString());
        booking.put(
                "windowEnd", start.plus(Duration.ofHours(12).plusMinutes(15)).toString());
        book(booking).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agentId", "name", "subject", "address", "windowStart", "windowEnd", "timeZone"})
    void what_is_needed_is_asked_for(String field) {
        Map<String, Object> booking = booking(agent, start);
        booking.remove(field);

        book(booking).statusCode(400).body("errors.pointer", contains("/" + field));
    }

    @ParameterizedTest
    @CsvSource({"email, nobody", "phone, 12", "timeZone, Mars/Olympus", "language, ???", "holdId, 7", "windowEnd, soon"
    })
    void what_makes_no_sense_is_refused(String field, String value) {
        Map<String, Object> booking = booking(agent, start);
        booking.put(field, value);

        book(booking).statusCode(400).body("errors.pointer", contains("/" + field));
    }

    @Test
    void a_moved_one_stays_booked_and_remembers_each_move_with_its_reason() {
        String id = bookedOf(agent, start);

        move(id, inHours(72), "us").statusCode(201).header("ETag", "\"1\"");
        move(id, inHours(96), "customer")
                .statusCode(201)
                .body("status", equalTo("booked"))
                .body("moved", equalTo(2))
                .body("windowStart", equalTo(inHours(96).toString()))
                .body("moves.fromStart", contains(start.toString(), inHours(72).toString()))
                .body(
                        "moves.toStart",
                        contains(inHours(72).toString(), inHours(96).toString()))
                .body("moves.reason", contains("The part comes later.", "The part comes later."))
                .body("moves.wishOf", contains("us", "customer"));
        move(id, inHours(96), "us").statusCode(400).body("errors.pointer", contains("/windowStart"));
        bookedOf(agent, start);
    }

    @Test
    void a_cancelled_one_is_over() {
        String id = bookedOf(agent, start);

        cancel(id, "customer")
                .statusCode(201)
                .body("status", equalTo("cancelled"))
                .body("reason", equalTo("It is repaired."))
                .body("wishOf", equalTo("customer"))
                .body("fault", nullValue());
        requireOver(cancel(id, "us"), "cancelled");
        requireOver(move(id, inHours(72), "us"), "cancelled");
        requireOver(conclude(id, Map.of("outcome", "kept")), "cancelled");
        bookedOf(agent, start);
    }

    @Test
    void a_visit_within_its_window_is_kept_so() {
        String id = bookedOf(agent, start);
        moveTo(start.plusSeconds(3600));
        String arrived = start.plusSeconds(600).toString();

        conclude(
                        id,
                        Map.of(
                                "outcome",
                                "kept",
                                "arrivedAt",
                                arrived,
                                "leftAt",
                                start.plusSeconds(1800).toString()))
                .statusCode(201)
                .body("status", equalTo("kept"))
                .body("arrivedAt", equalTo(arrived))
                .body("withinWindow", equalTo(true))
                .body("endedBy", containsString("account:"));
    }

    @Test
    void a_missed_one_needs_its_reason_and_is_our_fault_unless_something_else_is_said() {
        String ours = bookedOf(agent, start);
        String theirs = bookedOf(agent, start.plusSeconds(3600));
        moveTo(start.plusSeconds(7200));

        conclude(ours, Map.of("outcome", "missed")).statusCode(400).body("errors.pointer", contains("/reason"));
        conclude(ours, Map.of("outcome", "missed", "reason", "The van broke down."))
                .statusCode(201)
                .body("status", equalTo("missed"))
                .body("fault", equalTo("us"));
        conclude(theirs, Map.of("outcome", "missed", "reason", "Nobody opened.", "fault", "customer"))
                .statusCode(201)
                .body("fault", equalTo("customer"));
    }

    @Test
    void what_came_of_it_is_not_known_before() {
        String id = bookedOf(agent, start);

        conclude(id, Map.of("outcome", "kept")).statusCode(400).body("errors.pointer", contains("/outcome"));
        moveTo(start.plusSeconds(60));
        conclude(
                        id,
                        Map.of(
                                "outcome",
                                "kept",
                                "arrivedAt",
                                start.plusSeconds(3600).toString()))
                .statusCode(400)
                .body("errors.pointer", contains("/arrivedAt"));
        conclude(id, Map.of("outcome", "kept", "leftAt", start.toString()))
                .statusCode(400)
                .body("errors.pointer", contains("/leftAt"));
    }

    @Test
    void a_change_needs_the_version_that_was_seen() {
        String id = bookedOf(agent, start);
        Map<String, Object> changes = new HashMap<>();
        changes.put("subject", "Repair of the boiler");
        changes.put("notes", null);
        changes.put("phone", "+44 7700 900199");
        changes.put("address", Map.of("lines", List.of("13 Harbour Street")));

        patch(id, "\"0\"", changes)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("subject", equalTo("Repair of the boiler"))
                .body("notes", nullValue())
                .body("phone", equalTo("+447700900199"))
                .body("email", equalTo("amara.okafor@example.org"))
                .body("address.lines", contains("13 Harbour Street"))
                .body("address.city", equalTo("London"));
        patch(id, "\"0\"", changes).statusCode(412);
        patch(id, null, changes).statusCode(428);
        patch(id, "\"1\"", Map.of("status", "kept")).statusCode(400).body("errors.pointer", contains("/status"));
        patch(id, "\"1\"", Map.of("windowStart", start.toString()))
                .statusCode(400)
                .body("errors.pointer", contains("/windowStart"));
    }

    @Test
    void another_agent_comes_who_has_time() {
        UUID other = UUID.randomUUID();
        String id = bookedOf(agent, start);
        bookedOf(other, start);
        UUID free = UUID.randomUUID();

        patch(id, "\"0\"", Map.of("agentId", other.toString())).statusCode(409).body("code", equalTo("agent-busy"));
        patch(id, "\"0\"", Map.of("agentId", free.toString()))
                .statusCode(200)
                .body("agentId", equalTo(free.toString()));
        bookedOf(agent, start);
        book(booking(free, start)).statusCode(409);
    }

    @Test
    void the_same_request_again_books_once() {
        String key = UUID.randomUUID().toString();
        String token = Tokens.of("agent");
        Map<String, Object> booking = booking(agent, start);
        String id = with(token)
                .header("Idempotency-Key", key)
                .body(booking)
                .post(PATH)
                .then()
                .extract()
                .path("id");

        with(token)
                .header("Idempotency-Key", key)
                .body(booking)
                .post(PATH)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(id));
    }

    @Test
    void what_is_no_appointment_is_not_found() {
        read(UUID.randomUUID().toString()).statusCode(404);
        cancel(UUID.randomUUID().toString(), "us").statusCode(404);
        String id = booked(inHours(30));
        as("agent")
                .body(Map.of("reason", "x"))
                .post(PATH + "/{id}/cancellations", id)
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse patch(String id, String ifMatch, Map<String, Object> changes) {
        var request = as("agent").contentType("application/merge-patch+json").body(changes);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch(PATH + "/{id}", id)
                .then();
    }

    private static void requireOver(ValidatableResponse answer, String status) {
        answer.statusCode(409).body("code", equalTo("appointment-over")).body("appointmentStatus", equalTo(status));
    }

    private void moveTo(Instant time) {
        clock.move(Duration.between(clock.instant(), time));
    }
}
