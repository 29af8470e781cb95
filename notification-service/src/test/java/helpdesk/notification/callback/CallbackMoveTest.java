package helpdesk.notification.callback;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.attempt;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.cancel;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.slots;
import static helpdesk.notification.Callbacks.with;
import static helpdesk.notification.message.MessagesOverHttp.ofTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.platform.persistence.Ids;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other times, and what customers are told of them. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CallbackMoveTest {

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final UUID ticket = Ids.next();

    @Inject
    MovableClock clock;

    @Inject
    CallbackExpiry expiry;

    @AfterEach
    void tidyUp() {
        clock.reset();
        probe.close();
    }

    @Test
    void a_move_takes_the_new_place_and_gives_the_old_one_back() {
        String group = group(1);
        List<Instant> slots = slots(group);
        String id = bookedAt(group, slots.get(0));

        patch(id, 0, Map.of("slotStart", slots.get(2).toString(), "timeZone", "Asia/Almaty"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("slotStart", equalTo(slots.get(2).toString()))
                .body("dueAt", equalTo(slots.get(2).toString()))
                .body("timeZone", equalTo("Asia/Almaty"))
                .body("status", equalTo("scheduled"));

        book(booking(group, slots.get(2))).statusCode(409);
        book(booking(group, slots.get(0))).statusCode(201);
        Event moved = probe.await("org.helpdesk.callback.moved.v1", id);
        Contracts.assertFits(moved);
        assertThat(moved.data().get("formerSlotStart").asText())
                .isEqualTo(slots.get(0).toString());
        assertThat(moved.data().get("slotStart").asText())
                .isEqualTo(slots.get(2).toString());
        assertThat(told("callback_moved"))
                .singleElement()
                .satisfies(message -> assertThat(message.get("body").toString()).contains("Asia/Almaty", "/c/"));
    }

    @Test
    void where_the_new_time_is_full_the_old_one_stays() {
        String group = group(1);
        List<Instant> slots = slots(group);
        String id = bookedAt(group, slots.get(0));
        book(booking(group, slots.get(1))).statusCode(201);

        patch(id, 0, Map.of("slotStart", slots.get(1).toString()))
                .statusCode(409)
                .body("code", equalTo("slot-full"))
                .body("nearest[0].start", equalTo(slots.get(2).toString()));

        as("agent")
                .get("/api/v1/callbacks/{id}", id)
                .then()
                .body("slotStart", equalTo(slots.get(0).toString()));
        book(booking(group, slots.get(0))).statusCode(409);
        assertThat(told("callback_moved")).isEmpty();
    }

    @Test
    void what_was_written_down_is_corrected_without_a_move() {
        String group = group(1);
        String id = bookedAt(group, slots(group).getFirst());

        patch(id, 0, Map.of("phone", "+44 7700 900555", "name", "Amara O.", "reason", "Another order"))
                .statusCode(200)
                .body("phone", equalTo("+447700900555"))
                .body("name", equalTo("Amara O."))
                .body("reason", equalTo("Another order"))
                .body("version", equalTo(1));

        assertThat(told("callback_moved")).isEmpty();
        patch(id, 0, Map.of("name", "B")).statusCode(412);
        patch(id, 1, Map.of("phone", "12")).statusCode(400).body("errors.pointer", contains("/phone"));
        patch(id, 1, Map.of("status", "completed")).statusCode(400).body("errors.pointer", contains("/status"));
        patch(id, 1, Map.of("slotStart", slots(group).getFirst().plusSeconds(1).toString()))
                .statusCode(422);
        with(Tokens.of("agent"))
                .contentType("application/merge-patch+json")
                .body(Map.of("name", "B"))
                .patch("/api/v1/callbacks/{id}", id)
                .then()
                .statusCode(428);
        with(Tokens.of("customer"))
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "B"))
                .patch("/api/v1/callbacks/{id}", id)
                .then()
                .statusCode(404);
    }

    @Test
    void what_is_over_is_not_moved() {
        String group = group(1);
        List<Instant> slots = slots(group);
        String id = bookedAt(group, slots.get(0));
        cancel(id).statusCode(201);

        patch(id, 1, Map.of("slotStart", slots.get(1).toString()))
                .statusCode(409)
                .body("code", equalTo("transition-not-allowed"));
        book(booking(group, slots.get(1))).statusCode(201);
    }

    @Test
    void who_is_called_off_is_told_unless_it_was_they_who_did_it() {
        String group = group(2);
        Instant slot = slots(group).getFirst();
        String customer = Tokens.of("customer");
        String own = with(customer)
                .body(booking(group, slot))
                .post("/api/v1/callbacks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        with(customer).post("/api/v1/callbacks/{id}/cancellation", own).then().statusCode(201);
        String id = bookedAt(group, slot);
        cancel(id).statusCode(201);

        assertThat(told("callback_cancelled")).hasSize(1);
    }

    @Test
    void who_was_not_reached_or_not_called_gets_an_apology_and_a_link() {
        String group = group(2);
        Instant slot = slots(group).getFirst();
        String exhausted = bookedAt(group, slot);
        for (String outcome : List.of("busy", "no_answer", "voicemail")) {
            attempt(exhausted, outcome).statusCode(201);
        }
        assertThat(told("callback_missed"))
                .singleElement()
                .satisfies(message -> assertThat(message.get("body").toString()).contains("+447700900142", "/c/"));

        bookedAt(group, slot);
        clock.move(Duration.between(clock.instant(), slot).plus(Duration.ofHours(25)));
        expiry.expireOverdue();
        expiry.expireOverdue();
        assertThat(told("callback_missed")).hasSize(2);
    }

    @Test
    void moves_across_each_other_wait_for_nobody_and_lose_no_place() throws Exception {
        String group = group(3);
        List<Instant> slots = slots(group).subList(0, 2);
        List<String> ids = Stream.of(0, 0, 1, 1)
                .map(slot -> bookedAt(group, slots.get(slot)))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = IntStream.range(0, 80)
                    .mapToObj(i -> threads.submit(() -> moveAnyVersion(ids.get(i % 4), slots.get(i / 4 % 2))))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 409);
            }
        }
        List<Integer> remaining = as("agent")
                .queryParam("group", group)
                .queryParam("from", slots.get(0).toString())
                .queryParam("to", slots.get(1).plusSeconds(1).toString())
                .get("/api/v1/callback-slots")
                .then()
                .extract()
                .path("items.remaining");
        assertThat(remaining.get(0) + remaining.get(1)).isEqualTo(2);
    }

    private static int moveAnyVersion(String id, Instant slot) {
        return with(Tokens.of("agent"))
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("slotStart", slot.toString()))
                .patch("/api/v1/callbacks/{id}", id)
                .statusCode();
    }

    private String bookedAt(String group, Instant slot) {
        Map<String, Object> booking = booking(group, slot);
        booking.put("ticketId", ticket);
        return book(booking).statusCode(201).extract().path("id");
    }

    private List<Map<String, Object>> told(String kind) {
        return ofTicket(ticket).stream()
                .filter(message -> message.get("kind").equals(kind))
                .toList();
    }

    private static ValidatableResponse patch(String id, int version, Map<String, Object> changes) {
        return with(Tokens.of("agent"))
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(changes)
                .patch("/api/v1/callbacks/{id}", id)
                .then();
    }
}
