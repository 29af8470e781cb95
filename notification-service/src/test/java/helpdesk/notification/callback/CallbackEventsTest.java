package helpdesk.notification.callback;

import static helpdesk.notification.Callbacks.attempt;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booked;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.cancel;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.slots;
import static helpdesk.notification.Callbacks.with;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class CallbackEventsTest {

    private final EventProbe probe = EventProbe.on("helpdesk.notification");

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
    void a_booking_is_told() {
        String group = group(1);
        UUID account = UUID.randomUUID();
        UUID ticket = UUID.randomUUID();
        UUID customer = UUID.randomUUID();
        Map<String, Object> booking = booking(group, slots(group).getFirst());
        booking.put("ticketId", ticket);
        booking.put("customerId", customer);
        String id = with(Tokens.of(account, "agent"))
                .body(booking)
                .post("/api/v1/callbacks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Event requested = awaitFitting("requested", id);

        assertThat(requested.attributes()).containsEntry("actor", "account:" + account);
        assertThat(text(requested, "status")).isEqualTo("scheduled");
        assertThat(text(requested, "group")).isEqualTo(group);
        assertThat(text(requested, "ticketId")).isEqualTo(ticket.toString());
        assertThat(text(requested, "customerId")).isEqualTo(customer.toString());
        assertThat(requested.data().has("phone")).isFalse();
    }

    @Test
    void an_answered_call_is_told_as_attempted_and_completed() {
        String id = booked();
        attempt(id, "answered").statusCode(201);

        Event attempted = awaitFitting("attempted", id);
        Event completed = awaitFitting("completed", id);

        assertThat(text(attempted, "status")).isEqualTo("attempting");
        assertThat(text(attempted, "outcome")).isEqualTo("answered");
        assertThat(text(completed, "status")).isEqualTo("completed");
        assertThat(completed.data().get("onTime").asBoolean()).isFalse();
        assertThat(completed.sequence()).isGreaterThan(attempted.sequence());
    }

    @Test
    void the_last_call_that_reaches_nobody_is_told_as_missed() {
        String id = booked();
        attempt(id, "busy").statusCode(201);
        attempt(id, "voicemail").statusCode(201);
        attempt(id, "no_answer").statusCode(201);

        Event missed = awaitFitting("missed", id);

        assertThat(text(missed, "status")).isEqualTo("exhausted");
        assertThat(missed.data().get("attempts").asInt()).isEqualTo(3);
        assertThat(probe.of(id)).extracting(Event::sequence).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void a_cancellation_is_told() {
        String id = booked();
        cancel(id).statusCode(201);

        assertThat(text(awaitFitting("cancelled", id), "status")).isEqualTo("cancelled");
    }

    @Test
    void a_callback_that_nobody_made_expires_a_day_after_its_slot() {
        String group = group(1);
        String early = book(booking(group, slots(group).get(0))).extract().path("id");
        String late = book(booking(group, slots(group).get(1))).extract().path("id");
        String done = book(booking(group, slots(group).get(2))).extract().path("id");
        cancel(done).statusCode(201);
        moveToEndOfSlot(early, CallbackExpiry.GRACE.plusSeconds(10));

        expiry.expireOverdue();
        expiry.expireOverdue();

        Event missed = awaitFitting("missed", early);
        assertThat(text(missed, "status")).isEqualTo("expired");
        assertThat(missed.data().get("attempts").asInt()).isZero();
        assertThat(missed.attributes()).containsEntry("actor", "system:callback-expiry");
        assertThat(probe.of(early)).hasSize(2);
        assertThat(probe.of(late)).hasSize(1);
        assertThat(status(late)).isEqualTo("scheduled");
        assertThat(status(done)).isEqualTo("cancelled");
    }

    private void moveToEndOfSlot(String id, Duration after) {
        String end = with(Tokens.of("agent"))
                .get("/api/v1/callbacks/{id}", id)
                .then()
                .extract()
                .path("slotEnd");
        clock.move(Duration.between(clock.instant(), Instant.parse(end)).plus(after));
    }

    private static String status(String id) {
        return with(Tokens.of("agent"))
                .get("/api/v1/callbacks/{id}", id)
                .then()
                .extract()
                .path("status");
    }

    private Event awaitFitting(String what, String id) {
        Event event = probe.await("org.helpdesk.callback." + what + ".v1", id);
        Contracts.assertFits(event);
        return event;
    }

    private static String text(Event event, String field) {
        return event.data().path(field).asText();
    }
}
