package helpdesk.notification.appointment;

import static helpdesk.notification.Appointments.bookedOf;
import static helpdesk.notification.Appointments.booking;
import static helpdesk.notification.Appointments.cancel;
import static helpdesk.notification.Appointments.conclude;
import static helpdesk.notification.Appointments.inHours;
import static helpdesk.notification.Appointments.move;
import static helpdesk.notification.Callbacks.with;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.notification.Appointments;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class AppointmentEventsTest {

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final UUID agent = UUID.randomUUID();
    private final Instant start = inHours(48);

    @Inject
    MovableClock clock;

    @AfterEach
    void tidyUp() {
        clock.reset();
        probe.close();
    }

    @Test
    void a_booking_is_told_without_who_is_visited_and_where() {
        UUID account = UUID.randomUUID();
        UUID customer = UUID.randomUUID();
        UUID ticket = UUID.randomUUID();
        Map<String, Object> booking = booking(agent, start);
        booking.put("customerId", customer);
        booking.put("ticketId", ticket);
        String id = with(Tokens.of(account, "agent"))
                .body(booking)
                .post(Appointments.PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Event booked = awaitFitting("booked", id);

        assertThat(booked.attributes()).containsEntry("actor", "account:" + account);
        assertThat(text(booked, "customerId")).isEqualTo(customer.toString());
        assertThat(text(booked, "ticketId")).isEqualTo(ticket.toString());
        assertThat(text(booked, "agentId")).isEqualTo(agent.toString());
        assertThat(text(booked, "windowStart")).isEqualTo(start.toString());
        assertThat(booked.data().toString()).doesNotContain("Amara", "Harbour", "heating", "7700", "example.org");
    }

    @Test
    void a_move_and_a_cancellation_are_told_with_whose_wish_it_was() {
        String id = bookedOf(agent, start);
        move(id, inHours(72), "customer").statusCode(201);
        cancel(id, "us").statusCode(201);

        Event moved = awaitFitting("moved", id);
        Event cancelled = awaitFitting("cancelled", id);

        assertThat(text(moved, "status")).isEqualTo("booked");
        assertThat(text(moved, "formerStart")).isEqualTo(start.toString());
        assertThat(text(moved, "windowStart")).isEqualTo(inHours(72).toString());
        assertThat(text(moved, "wishOf")).isEqualTo("customer");
        assertThat(moved.data().get("moves").asInt()).isOne();
        assertThat(text(cancelled, "wishOf")).isEqualTo("us");
        assertThat(probe.of(id)).extracting(Event::sequence).containsExactly(0L, 1L, 2L);
    }

    @Test
    void what_came_of_it_is_told() {
        String kept = bookedOf(agent, start);
        String missed = bookedOf(agent, start.plusSeconds(3600));
        String untimed = bookedOf(agent, start.plusSeconds(7200));
        clock.move(Duration.between(clock.instant(), start.plusSeconds(10_800)));
        conclude(
                        kept,
                        Map.of(
                                "outcome",
                                "kept",
                                "arrivedAt",
                                start.plusSeconds(4000).toString()))
                .statusCode(201);
        conclude(missed, Map.of("outcome", "missed", "reason", "Nobody opened.", "fault", "customer"))
                .statusCode(201);
        conclude(untimed, Map.of("outcome", "kept")).statusCode(201);

        Event first = awaitFitting("kept", kept);
        Event second = awaitFitting("missed", missed);
        Event third = awaitFitting("kept", untimed);

        assertThat(first.data().get("withinWindow").asBoolean(true)).isFalse();
        assertThat(text(first, "arrivedAt")).isEqualTo(start.plusSeconds(4000).toString());
        assertThat(text(second, "fault")).isEqualTo("customer");
        assertThat(second.data().toString()).doesNotContain("Nobody opened");
        assertThat(third.data().has("withinWindow")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"booked", "moved", "kept", "missed", "cancelled"})
    void the_samples_fit_their_schemas(String what) {
        Event sample = Contracts.sample("org.helpdesk.appointment." + what + ".v1");

        assertThat(Contracts.faults(sample.type(), sample.data())).isEqualTo(List.of());
        assertThat(Contracts.faults(sample.type(), sample.withData("agentId", 7).data()))
                .isNotEmpty();
    }

    private Event awaitFitting(String what, String id) {
        Event event = probe.await("org.helpdesk.appointment." + what + ".v1", id);
        Contracts.assertFits(event);
        return event;
    }

    private static String text(Event event, String field) {
        return event.data().path(field).asText();
    }
}
