package helpdesk.notification.callback;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.plan;
import static helpdesk.notification.Callbacks.slots;
import static helpdesk.notification.Callbacks.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Places that are kept while somebody decides. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CallbackHoldTest {

    private static final String HOLDS = "/api/v1/callback-holds";

    private final String token = Tokens.of("customer");

    @Inject
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_place_is_kept_for_5_minutes_and_booked() {
        String group = group(1);
        Instant slot = slots(group).getFirst();
        Instant before = clock.instant();

        ValidatableResponse held = hold(group, slot)
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString("/api/v1/callback-holds/"))
                .body("group", equalTo(group))
                .body("slotStart", equalTo(slot.toString()))
                .body("slotEnd", equalTo(slot.plusSeconds(1800).toString()));
        Instant expires = Instant.parse(held.extract().path("expiresAt"));
        assertThat(expires)
                .isBetween(before.plus(Duration.ofMinutes(5)), clock.instant().plus(Duration.ofMinutes(5)));
        remaining(group, slot, 0);
        book(booking(group, slot)).statusCode(409).body("code", equalTo("slot-full"));

        String id = held.extract().path("id");
        confirm(id)
                .statusCode(201)
                .body("slotStart", equalTo(slot.toString()))
                .body("group", equalTo(group))
                .body("status", equalTo("scheduled"));
        remaining(group, slot, 0);
        confirm(id).statusCode(409).body("code", equalTo("hold-over")).body("errors.pointer", contains("/holdId"));
    }

    @Test
    void what_is_given_back_is_anybodys() {
        String group = group(1);
        Instant slot = slots(group).getFirst();
        String id = hold(group, slot).statusCode(201).extract().path("id");

        with(token).delete(HOLDS + "/" + id).then().statusCode(428);
        with(Tokens.of("customer"))
                .header("If-Match", "\"0\"")
                .delete(HOLDS + "/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("callback-hold-not-found"));
        with(token).header("If-Match", "\"0\"").delete(HOLDS + "/" + id).then().statusCode(204);
        with(token).header("If-Match", "\"0\"").delete(HOLDS + "/" + id).then().statusCode(404);

        remaining(group, slot, 1);
        book(booking(group, slot)).statusCode(201);
    }

    @Test
    void somebody_elses_hold_and_another_time_are_refused_and_change_nothing() {
        String group = group(1);
        List<Instant> slots = slots(group);
        String id = hold(group, slots.getFirst()).statusCode(201).extract().path("id");
        Map<String, Object> booking = booking(group, slots.getFirst());
        booking.put("holdId", id);

        book(booking).statusCode(409).body("code", equalTo("hold-over"));
        booking.put("slotStart", slots.get(1).toString());
        with(token)
                .body(booking)
                .post("/api/v1/callbacks")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/slotStart"));

        confirm(id).statusCode(201);
    }

    @Test
    void a_hold_that_is_over_counts_for_nobody_even_before_it_is_given_back() {
        String group = group(2);
        Instant slot = slots(group).get(2);
        String id = hold(group, slot).statusCode(201).extract().path("id");
        hold(group, slot).statusCode(201);
        hold(group, slot).statusCode(409).body("nearest", hasSize(5));
        clock.move(Duration.ofMinutes(5).plusSeconds(1));

        remaining(group, slot, 2);
        confirm(id).statusCode(409).body("code", equalTo("hold-over"));
        book(booking(group, slot)).statusCode(201);
        book(booking(group, slot)).statusCode(201);
        book(booking(group, slot)).statusCode(409);
        remaining(group, slot, 0);
    }

    @Test
    void a_hold_keeps_its_place_when_the_plan_changes() {
        String group = group(1);
        Instant slot = slots(group).get(3);
        String id = hold(group, slot).statusCode(201).extract().path("id");
        as("supervisor")
                .header("If-Match", "\"0\"")
                .body(plan(1, 20))
                .put("/api/v1/capacity-plans/{group}", group)
                .then()
                .statusCode(200);

        confirm(id)
                .statusCode(201)
                .body("slotEnd", equalTo(slot.plusSeconds(1800).toString()));
    }

    @Test
    void what_is_no_slot_is_not_held() {
        String group = group(1);
        hold(group, slots(group).getFirst().plusSeconds(1)).statusCode(422).body("code", equalTo("no-such-slot"));
        hold("nobody", slots(group).getFirst()).statusCode(422).body("code", equalTo("no-such-group"));
        with(token).body(Map.of("group", group)).post(HOLDS).then().statusCode(400);
    }

    private ValidatableResponse hold(String group, Instant slot) {
        return with(token)
                .body(Map.of("slotStart", slot.toString(), "group", group))
                .post(HOLDS)
                .then();
    }

    private ValidatableResponse confirm(String hold) {
        Map<String, Object> booking = new HashMap<>(booking("x", Instant.EPOCH));
        booking.remove("group");
        booking.remove("slotStart");
        booking.put("holdId", hold);
        return with(token).body(booking).post("/api/v1/callbacks").then();
    }

    private static void remaining(String group, Instant slot, int places) {
        as("agent")
                .queryParam("group", group)
                .queryParam("from", slot.toString())
                .get("/api/v1/callback-slots")
                .then()
                .body("items[0].remaining", equalTo(places));
    }
}
