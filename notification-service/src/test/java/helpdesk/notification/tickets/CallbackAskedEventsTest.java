package helpdesk.notification.tickets;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.cancel;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.slots;
import static helpdesk.notification.message.MessagesOverHttp.awaitOneOfTicket;
import static helpdesk.notification.message.MessagesOverHttp.ofTicket;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class CallbackAskedEventsTest {

    private static final String TICKETS = "helpdesk.ticket";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final UUID ticket = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void the_wished_slot_is_booked_told_and_confirmed() {
        String group = group(1);
        Instant wished = slots(group).get(2);
        UUID request = publish(asked(group).withData("slotStart", wished.toString()));

        Map<String, Object> callback = await(request);

        assertThat(callback)
                .containsEntry("status", "scheduled")
                .containsEntry("slotStart", wished.toString())
                .containsEntry("dueAt", wished.toString())
                .containsEntry("group", group)
                .containsEntry("name", "Amara Okafor")
                .containsEntry("phone", "+447700900123")
                .containsEntry("timeZone", "Europe/London")
                .containsEntry("reason", "I'd rather explain it.")
                .containsEntry("ticketId", ticket.toString())
                .containsEntry("customerId", customer.toString());
        Event requested = probe.await("org.helpdesk.callback.requested.v1", request);
        Contracts.assertFits(requested);
        assertThat(requested.attributes()).containsEntry("actor", "customer:" + customer);
        assertThat(requested.data().get("status").asText()).isEqualTo("scheduled");
        assertThat(awaitOneOfTicket(ticket))
                .containsEntry("kind", "callback_confirmation")
                .containsEntry("to", "+447700900123");
        assertThat(slots(group)).contains(wished);
        assertThat(remaining(group, wished)).isZero();
    }

    @Test
    void a_taken_slot_gives_way_to_the_next_free_one() {
        String group = group(1);
        List<Instant> slots = slots(group);
        book(booking(group, slots.get(1))).statusCode(201);
        book(booking(group, slots.get(2))).statusCode(201);

        UUID wishesTaken =
                publish(asked(group).withData("slotStart", slots.get(1).toString()));
        assertThat(await(wishesTaken)).containsEntry("slotStart", slots.get(3).toString());
        UUID wishesNoStart = publish(
                asked(group).withData("slotStart", slots.get(4).plusSeconds(60).toString()));
        assertThat(await(wishesNoStart)).containsEntry("slotStart", slots.get(5).toString());
    }

    @Test
    void without_a_wish_or_with_one_of_the_past_it_is_the_next_free_slot() {
        String group = group(2);
        Instant next = slots(group).getFirst();
        Event asked = asked(group);
        ((ObjectNode) asked.data()).remove("slotStart");

        assertThat(Instant.parse((String) await(publish(asked)).get("slotStart")))
                .isAfter(Instant.now().minusSeconds(60))
                .isBeforeOrEqualTo(next.plusSeconds(1800));
        Map<String, Object> late = await(publish(asked(group).withData("slotStart", "2020-01-01T00:00:00Z")));
        assertThat(Instant.parse((String) late.get("slotStart"))).isBeforeOrEqualTo(next.plusSeconds(1800));
    }

    @Test
    void a_group_that_does_not_call_leaves_it_to_the_default_group() {
        UUID request = publish(asked("no-plan-" + UUID.randomUUID()));

        assertThat(await(request)).containsEntry("group", "support").containsEntry("status", "scheduled");
    }

    @Test
    void a_wish_without_any_room_is_kept_for_staff_who_call_when_they_can() {
        String group = group(0);
        UUID request = publish(
                asked(group).withData("slotStart", Instant.now().minusSeconds(5).toString()));

        Map<String, Object> callback = await(request);

        assertThat(callback)
                .containsEntry("status", "requested")
                .containsEntry("group", group)
                .containsKey("dueAt")
                .doesNotContainKeys("slotStart", "slotEnd");
        Event requested = probe.await("org.helpdesk.callback.requested.v1", request);
        Contracts.assertFits(requested);
        assertThat(requested.data().get("status").asText()).isEqualTo("requested");
        assertThat(requested.data().has("slotStart")).isFalse();
        assertThat(ids("status", "requested", "due", "now")).contains(request.toString());
        assertThat(ids("status", "scheduled")).doesNotContain(request.toString());
        assertThat(ofTicket(ticket)).isEmpty();
        cancel(request.toString()).statusCode(201);
        Contracts.assertFits(probe.await("org.helpdesk.callback.cancelled.v1", request));
    }

    @Test
    void pages_show_each_one_once_with_and_without_a_time() {
        String full = group(0);
        String free = group(9);
        for (int i = 0; i < 5; i++) {
            await(publish(asked(i % 2 == 0 ? full : free)));
        }

        List<String> whole = ids();
        Map<String, String> page = new HashMap<>();
        List<String> paged = new ArrayList<>();
        do {
            var answer = as("agent")
                    .queryParams(page)
                    .queryParam("ticketId", ticket)
                    .queryParam("limit", 2)
                    .get("/api/v1/callbacks")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            paged.addAll(answer.getList("items.id"));
            page.put("after", answer.getString("next"));
        } while (page.get("after") != null);
        assertThat(paged).isEqualTo(whole).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void the_same_request_has_one_effect_however_often_it_comes() {
        String group = group(3);
        Instant wished = slots(group).get(1);
        Event asked = asked(group).withData("slotStart", wished.toString());
        UUID request = UUID.fromString(asked.data().get("requestId").asText());
        for (int i = 0; i < 5; i++) {
            probe.publish(TICKETS, asked);
            probe.publish(TICKETS, asked.again());
        }
        await(publish(asked(group).withData("slotStart", slots(group).get(4).toString())));

        assertThat(ids()).hasSize(2).contains(request.toString());
        assertThat(remaining(group, wished)).isEqualTo(2);
    }

    @Test
    void what_is_not_said_is_taken_from_the_profile_then_from_the_plan() {
        UUID stranger = publish(without(asked(group(1)), "timeZone", "reason").withData("requester", Map.of()));
        assertThat(await(stranger))
                .containsEntry("timeZone", "Etc/UTC")
                .containsEntry("name", "HD-1042")
                .containsEntry("reason", "HD-1042 Where is my order 77120?");

        probe.publish(
                "helpdesk.customer",
                Contracts.sample("org.helpdesk.customer.created.v1")
                        .again()
                        .with("subject", customer.toString())
                        .withData("customerId", customer)
                        .withData("name", "Amara Nkem")
                        .withData("timeZone", "Asia/Almaty"));
        String group = group(9);
        Awaitility.await().atMost(PATIENCE).until(() -> {
            UUID known = publish(without(asked(group), "timeZone").withData("requester", Map.of()));
            Map<String, Object> callback = await(known);
            return "Asia/Almaty".equals(callback.get("timeZone")) && "Amara Nkem".equals(callback.get("name"));
        });
    }

    @Test
    void a_phone_number_that_cannot_be_called_is_set_aside_and_the_next_wish_is_taken() {
        String group = group(1);
        probe.publish(TICKETS, asked(group).withData("phone", "none"));

        await(publish(asked(group)));
        assertThat(ids()).hasSize(1);
    }

    private Event asked(String group) {
        return Contracts.sample("org.helpdesk.ticket.callback-asked.v1")
                .again()
                .with("subject", ticket.toString())
                .with("actor", "customer:" + customer)
                .withData("requestId", UUID.randomUUID())
                .withData("ticketId", ticket)
                .withData("customerId", customer)
                .withData("slotStart", Instant.now().plusSeconds(7200).toString())
                .withData("group", group);
    }

    private static Event without(Event event, String... fields) {
        ((ObjectNode) event.data()).remove(List.of(fields));
        return event;
    }

    private UUID publish(Event asked) {
        probe.publish(TICKETS, asked);
        return UUID.fromString(asked.data().get("requestId").asText());
    }

    private static Map<String, Object> await(UUID request) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> as("agent").get("/api/v1/callbacks/{id}", request), answer -> answer.statusCode() == 200)
                .jsonPath()
                .getMap("");
    }

    /** The callbacks of the ticket that fit, in the order of the list. */
    private List<String> ids(String... filter) {
        var request = as("agent").queryParam("ticketId", ticket).queryParam("limit", 100);
        for (int i = 0; i < filter.length; i += 2) {
            request.queryParam(filter[i], filter[i + 1]);
        }
        return request.get("/api/v1/callbacks").then().statusCode(200).extract().path("items.id");
    }

    private static int remaining(String group, Instant slot) {
        return as("agent")
                .queryParam("group", group)
                .get("/api/v1/callback-slots")
                .jsonPath()
                .getInt("items.find { it.start == '" + slot + "' }.remaining");
    }
}
