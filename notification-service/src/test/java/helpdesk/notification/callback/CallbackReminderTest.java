package helpdesk.notification.callback;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.cancel;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.plan;
import static helpdesk.notification.Callbacks.slots;
import static helpdesk.notification.message.MessagesOverHttp.ofTicket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.persistence.Ids;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens by the clock: reminders, and times for those who wait for one. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CallbackReminderTest {

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final UUID ticket = Ids.next();

    @Inject
    MovableClock clock;

    @Inject
    CallbackReminders reminders;

    @Inject
    CallbackWishes wishes;

    @Inject
    WaitingCallbacks waiting;

    @AfterEach
    void tidyUp() {
        clock.reset();
        probe.close();
    }

    @Test
    void customers_are_reminded_once_an_hour_before_however_many_look() throws Exception {
        String group = group(1);
        Instant slot = slots(group).get(8);
        String id = bookedAt(group, slot);
        moveTo(slot.minus(Duration.ofMinutes(61)));
        reminders.remind();
        assertThat(told("callback_reminder")).isEmpty();
        moveTo(slot.minus(Duration.ofMinutes(59)));

        try (ExecutorService processes = Executors.newFixedThreadPool(4)) {
            List<Future<?>> runs = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(i -> processes.submit(this::remindAsAnotherProcess))
                    .toList();
            for (Future<?> run : runs) {
                run.get();
            }
        }
        reminders.remind();

        assertThat(told("callback_reminder"))
                .singleElement()
                .satisfies(message -> assertThat(message.get("body").toString()).contains("Europe/London", "/c/"));
        // Who read the callback before may change it: being reminded is no change of it.
        as("agent").get("/api/v1/callbacks/{id}", id).then().header("ETag", "\"0\"");
    }

    @Test
    void who_books_later_than_that_or_called_off_is_not_reminded() {
        String group = group(1);
        List<Instant> slots = slots(group);
        Instant slot = slots.get(8);
        moveTo(slot.minus(Duration.ofMinutes(50)));
        bookedAt(group, slot);
        cancel(bookedAt(group, slots.get(12))).statusCode(201);
        moveTo(slots.get(12).minusSeconds(60));

        reminders.remind();

        assertThat(told("callback_reminder")).isEmpty();
    }

    @Test
    void nobody_is_reminded_of_what_has_begun_and_everybody_of_the_time_it_was_moved_to() {
        String group = group(2);
        List<Instant> slots = slots(group);
        bookedAt(group, slots.get(8));
        String moved = bookedAt(group, slots.get(8));
        as("agent")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body(Map.of("slotStart", slots.get(12).toString()))
                .patch("/api/v1/callbacks/{id}", moved)
                .then()
                .statusCode(200);
        moveTo(slots.get(8).plusSeconds(1));
        reminders.remind();
        assertThat(told("callback_reminder")).isEmpty();

        moveTo(slots.get(12).minusSeconds(600));
        reminders.remind();
        assertThat(told("callback_reminder")).hasSize(1);
    }

    @Test
    void a_wish_without_a_time_gets_one_as_soon_as_there_is_one() {
        String group = group(0);
        UUID first = wish(group);
        UUID second = wish(group);
        waiting.book();
        assertThat(status(first)).isEqualTo("requested");
        as("supervisor")
                .header("If-Match", "\"0\"")
                .body(plan(1, 30))
                .put("/api/v1/capacity-plans/{group}", group)
                .then()
                .statusCode(200);

        waiting.book();
        waiting.book();

        assertThat(status(first)).isEqualTo("scheduled");
        assertThat(status(second)).isEqualTo("scheduled");
        Event moved = probe.await("org.helpdesk.callback.moved.v1", first.toString());
        Contracts.assertFits(moved);
        assertThat(moved.data().has("formerSlotStart")).isFalse();
        assertThat(moved.attributes()).containsEntry("actor", "system:callback-waiting");
        assertThat(start(first)).isBefore(start(second));
        assertThat(told("callback_moved")).hasSize(2);
    }

    private void remindAsAnotherProcess() {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            reminders.remind();
        } finally {
            request.terminate();
        }
    }

    private UUID wish(String group) {
        UUID id = Ids.next();
        wishes.take(
                id,
                new BookCallback(null, "Amara", "+447700900142", null, "Europe/London", "Parcel", ticket, "en", group),
                Optional.empty(),
                Actor.customer(id.toString()));
        return id;
    }

    private String bookedAt(String group, Instant slot) {
        Map<String, Object> booking = booking(group, slot);
        booking.put("ticketId", ticket);
        return book(booking).statusCode(201).extract().path("id");
    }

    private void moveTo(Instant moment) {
        clock.move(Duration.between(clock.instant(), moment));
    }

    private static String status(UUID id) {
        return as("agent").get("/api/v1/callbacks/{id}", id).then().extract().path("status");
    }

    private static Instant start(UUID id) {
        return Instant.parse(
                as("agent").get("/api/v1/callbacks/{id}", id).then().extract().path("slotStart"));
    }

    private List<Map<String, Object>> told(String kind) {
        return ofTicket(ticket).stream()
                .filter(message -> message.get("kind").equals(kind))
                .toList();
    }
}
