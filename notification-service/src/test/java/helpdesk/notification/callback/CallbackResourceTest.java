package helpdesk.notification.callback;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.attempt;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booked;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.cancel;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.slots;
import static helpdesk.notification.Callbacks.with;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
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
class CallbackResourceTest {

    private static final String CALLBACKS = "/api/v1/callbacks";

    @Inject
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_free_slot_is_booked() {
        String group = group(1);
        Instant slot = slots(group).getFirst();
        UUID ticket = UUID.randomUUID();
        UUID customer = UUID.randomUUID();
        Map<String, Object> booking = booking(group, slot);
        booking.put("ticketId", ticket);
        booking.put("customerId", customer);
        booking.put("language", "de-AT");

        String id = book(booking)
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString("/api/v1/callbacks/"))
                .body("status", equalTo("scheduled"))
                .body("phone", equalTo("+447700900142"))
                .body("group", equalTo(group))
                .body("slotStart", equalTo(slot.toString()))
                .body("slotEnd", equalTo(slot.plusSeconds(1800).toString()))
                .body("dueAt", equalTo(slot.toString()))
                .body("timeZone", equalTo("Europe/London"))
                .body("reason", equalTo("My order has not arrived."))
                .body("ticketId", equalTo(ticket.toString()))
                .body("customerId", equalTo(customer.toString()))
                .body("language", equalTo("de-AT"))
                .body("attempts", empty())
                .body("createdAt", notNullValue())
                .body("updatedAt", notNullValue())
                .body("version", equalTo(0))
                .extract()
                .path("id");

        as("supervisor").get(CALLBACKS + "/" + id).then().statusCode(200).body("name", equalTo("Amara Okafor"));
        as("agent")
                .header("If-None-Match", "\"0\"")
                .get(CALLBACKS + "/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void a_full_slot_is_refused_with_the_next_that_have_room() {
        String group = group(1);
        List<Instant> slots = slots(group);
        book(booking(group, slots.get(0))).statusCode(201);
        book(booking(group, slots.get(2))).statusCode(201);

        book(booking(group, slots.getFirst()))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("slot-full"))
                .body("errors.pointer", contains("/slotStart"))
                .body(
                        "alternatives.start",
                        contains(
                                slots.get(1).toString(),
                                slots.get(3).toString(),
                                slots.get(4).toString()))
                .body("alternatives.remaining", contains(1, 1, 1));
    }

    @Test
    void what_is_no_future_slot_of_the_plan_is_refused() {
        String group = group(1);
        Instant slot = slots(group).getFirst();
        for (Instant wrong : List.of(
                slot.plusSeconds(60),
                slot.plusNanos(1),
                slot.minus(Duration.ofDays(1)),
                slot.plus(Duration.ofDays(366)),
                Instant.parse("9999-01-01T00:00:00Z"))) {
            book(booking(group, wrong))
                    .statusCode(422)
                    .body("code", equalTo("no-such-slot"))
                    .body("errors.pointer", contains("/slotStart"));
        }
        book(booking("nobody", slot))
                .statusCode(422)
                .body("code", equalTo("no-such-group"))
                .body("errors.pointer", contains("/group"));
    }

    @ParameterizedTest
    @CsvSource({
        "name, ' '",
        "name, 'Amara\nOkafor'",
        "phone, 12345",
        "slotStart, tomorrow",
        "timeZone, Mars/Olympus",
        "reason, ''",
        "language, german language",
        "ticketId, 17",
        "colour, blue"
    })
    void a_bad_field_is_refused_with_its_place(String field, String value) {
        String group = group(1);
        Map<String, Object> booking = booking(group, slots(group).getFirst());
        booking.put(field, value);

        book(booking).statusCode(400).body("errors.pointer", hasItem("/" + field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "phone", "slotStart", "timeZone", "reason"})
    void what_is_needed_must_be_there(String field) {
        Map<String, Object> booking = booking("support", Instant.now());
        booking.remove(field);

        book(booking).statusCode(400).body("errors.pointer", contains("/" + field));
    }

    @Test
    void the_same_key_books_once() {
        String group = group(2);
        Map<String, Object> booking = booking(group, slots(group).getFirst());
        String token = Tokens.ofApiKey(UUID.randomUUID(), "integration");
        String key = UUID.randomUUID().toString();

        ExtractableResponse<?> first = with(token)
                .header("Idempotency-Key", key)
                .body(booking)
                .post(CALLBACKS)
                .then()
                .statusCode(201)
                .extract();
        with(token)
                .header("Idempotency-Key", key)
                .body(booking)
                .post(CALLBACKS)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.path("id")));
        as("agent")
                .queryParam("group", group)
                .get("/api/v1/callback-slots")
                .then()
                .body("items[1].remaining", equalTo(1));
    }

    @Test
    void customers_and_integrations_see_and_cancel_only_what_they_booked() {
        String group = group(2);
        String customer = Tokens.of("customer");
        String id = with(customer)
                .body(booking(group, slots(group).getFirst()))
                .post(CALLBACKS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        with(customer).get(CALLBACKS + "/" + id).then().statusCode(200);
        for (String stranger : List.of("customer", "integration")) {
            as(stranger).get(CALLBACKS + "/" + id).then().statusCode(404).body("code", equalTo("callback-not-found"));
            as(stranger).post(CALLBACKS + "/" + id + "/cancellation").then().statusCode(404);
        }
        with(customer).post(CALLBACKS + "/" + id + "/cancellation").then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customerId", "ticketId"})
    void customers_do_not_book_in_the_name_of_others(String field) {
        String group = group(1);
        Map<String, Object> booking = booking(group, slots(group).getFirst());
        booking.put(field, UUID.randomUUID());

        as("customer")
                .body(booking)
                .post(CALLBACKS)
                .then()
                .statusCode(403)
                .body("errors.pointer", contains("/" + field));
    }

    @Test
    void who_may_not_is_refused() {
        given().get(CALLBACKS).then().statusCode(401);
        as("customer").get(CALLBACKS).then().statusCode(403);
        as("integration").get(CALLBACKS).then().statusCode(403);
        as("integration")
                .body(Map.of("outcome", "busy"))
                .post(CALLBACKS + "/" + UUID.randomUUID() + "/attempts")
                .then()
                .statusCode(403);
        as("agent").get(CALLBACKS + "/" + UUID.randomUUID()).then().statusCode(404);
        attempt(UUID.randomUUID().toString(), "busy").statusCode(404);
        cancel(UUID.randomUUID().toString()).statusCode(404);
    }

    @Test
    void an_answered_call_within_the_slot_completes_it() {
        String id = booked();
        clock.move(Duration.between(Instant.now(), slotStart(id)).plusSeconds(30));

        as("agent")
                .body(Map.of("outcome", "answered", "note", "It is on its way."))
                .post(CALLBACKS + "/" + id + "/attempts")
                .then()
                .statusCode(201)
                .header("Location", endsWith(id))
                .body("number", equalTo(1))
                .body("outcome", equalTo("answered"))
                .body("note", equalTo("It is on its way."))
                .body("at", notNullValue())
                .body("madeBy", startsWith("account:"))
                .body("callback.status", equalTo("completed"))
                .body("callback.dueAt", nullValue())
                .body("callback.version", equalTo(2));

        attempt(id, "busy")
                .statusCode(409)
                .body("status", equalTo(409))
                .body("code", equalTo("transition-not-allowed"))
                .body("allowed", empty());
    }

    @Test
    void after_three_calls_that_reach_nobody_it_is_exhausted() {
        String id = booked();
        attempt(id, "no_answer")
                .statusCode(201)
                .body("callback.status", equalTo("no_answer"))
                .body("callback.dueAt", notNullValue());
        attempt(id, "busy").statusCode(201).body("number", equalTo(2)).body("callback.status", equalTo("no_answer"));
        attempt(id, "voicemail")
                .statusCode(201)
                .body("number", equalTo(3))
                .body("callback.status", equalTo("exhausted"))
                .body("callback.attempts.outcome", contains("no_answer", "busy", "voicemail"));
        attempt(id, "answered").statusCode(409);
    }

    @ParameterizedTest
    @CsvSource({"outcome, hung_up", "note, ' '", "attempt, 1"})
    void a_bad_attempt_is_refused_with_its_place(String field, String value) {
        Map<String, Object> body = new HashMap<>(Map.of("outcome", "busy"));
        body.put(field, value);
        as("agent")
                .body(body)
                .post(CALLBACKS + "/" + UUID.randomUUID() + "/attempts")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/" + field));
    }

    @Test
    void cancelling_gives_the_place_to_others() {
        String group = group(1);
        Instant slot = slots(group).getFirst();
        String id = book(booking(group, slot)).statusCode(201).extract().path("id");
        book(booking(group, slot)).statusCode(409);

        cancel(id).statusCode(201).body("status", equalTo("cancelled"));

        book(booking(group, slot)).statusCode(201);
        cancel(id).statusCode(409).body("code", equalTo("transition-not-allowed"));
        book(booking(group, slot)).statusCode(409);
    }

    private static Instant slotStart(String id) {
        return Instant.parse(
                as("agent").get(CALLBACKS + "/" + id).then().extract().path("slotStart"));
    }
}
