package helpdesk.ticket.ticketing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a ticket tells the world, each held against its contract. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TicketEventsTest {

    private final EventProbe probe = EventProbe.on("helpdesk.ticket");

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_ticket_opened_by_staff_is_told_without_its_words() {
        UUID account = UUID.randomUUID();
        Map<String, Object> told = Api.ticket("tags", List.of("fire"));
        told.put("language", "en");
        told.put("requester", Map.of("name", "Amara", "handle", Map.of("network", "x", "handle", "amara")));
        JsonPath ticket = Api.as(Tokens.of(account, "agent"))
                .contentType("application/json")
                .header("X-Request-Id", "request-77120")
                .body(told)
                .post("/api/v1/tickets")
                .jsonPath();

        Event opened = awaited("opened", ticket.getString("id"));

        assertThat(opened.sequence()).isZero();
        assertThat(opened.attributes())
                .containsEntry("actor", "account:" + account)
                .containsEntry("source", "/ticket-service")
                .containsEntry("correlationid", "request-77120");
        JsonNode data = opened.data();
        assertThat(data.path("source").asText()).isEqualTo("agent");
        assertThat(data.path("number").asText()).isEqualTo(ticket.getString("number"));
        assertThat(data.path("requester").toString())
                .isEqualTo("{\"name\":\"Amara\",\"handle\":{\"network\":\"x\",\"handle\":\"amara\"}}");
        assertThat(data.path("openedAt").asText()).isEqualTo(ticket.getString("createdAt"));
        assertThat(data.has("description")).isFalse();
    }

    @Test
    void a_program_and_the_public_open_tickets_too() {
        String byProgram = Api.as(Tokens.ofApiKey(UUID.randomUUID(), "integration"))
                .contentType("application/json")
                .body(Api.ticket())
                .post("/api/v1/tickets")
                .jsonPath()
                .getString("id");
        assertThat(awaited("opened", byProgram).data().path("source").asText()).isEqualTo("integration");

        String number = given().contentType("application/json")
                .body(Map.of("name", "Amara", "email", "a@example.org", "subject", "Hello", "description", "Help."))
                .post("/api/v1/requests")
                .jsonPath()
                .getString("number");
        Event byPublic = awaited("opened", Api.read(number).getString("id"));
        assertThat(byPublic.data().path("source").asText()).isEqualTo("public");
        assertThat(byPublic.attributes()).containsEntry("actor", "system:public-form");
    }

    @Test
    void every_step_is_told_in_order_and_without_a_gap() {
        UUID worker = Given.agent();
        String token = Tokens.of(worker, "agent");
        String id = Api.openedId();
        Api.changed(id, Map.of("assigneeId", worker, "priority", "high", "tags", List.of("a", "b")));
        Api.comment(token, id, Map.of("body", "Note", "visibility", "internal"));
        Api.comment(token, id, Map.of("body", "On my way."));
        Api.escalated(id);
        Api.changed(id, Map.of("status", "pending"));
        Api.changed(
                id, Map.of("status", "resolved", "resolution", "Extinguished.", "customFields", Map.of("hot", true)));
        Api.changed(id, "{\"status\":\"open\",\"assigneeId\":null}");

        probe.await(event -> event.subject().equals(id)
                && event.type().equals("org.helpdesk.ticket.assigned.v1")
                && !event.data().has("assignee"));
        List<Event> events = probe.of(id);

        events.forEach(Contracts::assertFits);
        assertThat(events.stream().map(TicketEventsTest::shortType))
                .containsExactly(
                        "opened",
                        "changed",
                        "assigned",
                        "commented",
                        "commented",
                        "acknowledged",
                        "escalated",
                        "changed",
                        "changed",
                        "changed",
                        "resolved",
                        "reopened",
                        "assigned");
        assertThat(events.stream().map(Event::sequence))
                .containsExactlyElementsOf(IntStream.range(0, events.size())
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(events.get(1).data().path("changes").toString()).isEqualTo("""
                [{"field":"priority","from":"normal","to":"high"},{"field":"tags","to":["a","b"]}]""");
        assertThat(events.get(2).data().path("assignee").path("id").asText()).isEqualTo(worker.toString());
        assertThat(events.get(2).data().path("status").asText()).isEqualTo("open");
        assertThat(events.get(3).data().path("visibility").asText()).isEqualTo("internal");
        assertThat(events.get(4).data().path("author").path("kind").asText()).isEqualTo("agent");
        assertThat(events.get(5).data().path("automatic").asBoolean()).isFalse();
        assertThat(events.get(6).data().path("toTier").asInt()).isEqualTo(2);
        assertThat(events.get(8).data().path("changes").toString())
                .isEqualTo("[{\"field\":\"customFields\",\"to\":{\"hot\":true}}]");
        assertThat(events.get(10).data().path("resolution").asText()).isEqualTo("Extinguished.");
        assertThat(events.get(11).data().path("by").asText()).isEqualTo("agent");
        assertThat(events.get(12).data().path("previousAssigneeId").asText()).isEqualTo(worker.toString());
        assertThat(events).noneMatch(event -> event.data().toString().contains("On my way."));
    }

    @Test
    void a_customers_reply_to_a_resolved_ticket_is_told_as_reopening() {
        JsonPath opened = given().contentType("application/json")
                .body(Map.of("name", "Amara", "email", "a@example.org", "subject", "Hello", "description", "Help."))
                .post("/api/v1/requests")
                .jsonPath();
        String id = Api.read(opened.getString("number")).getString("id");
        Api.resolved(id, Given.agent());
        String link = opened.getString("link");
        given().contentType("application/json")
                .body(Map.of("body", "It burns again."))
                .post("/api/v1/requests" + link.substring(link.lastIndexOf('/')) + "/comments")
                .then()
                .statusCode(201);

        Event reopened = awaited("reopened", id);

        assertThat(reopened.data().path("by").asText()).isEqualTo("customer");
        assertThat(reopened.data().path("reopenCount").asInt()).isEqualTo(1);
        assertThat(reopened.attributes()).containsEntry("actor", "customer:" + id);
        Event commented = awaited("commented", id);
        assertThat(commented.data().path("author").toString()).isEqualTo("{\"kind\":\"customer\",\"name\":\"Amara\"}");
    }

    @Test
    void a_refused_change_tells_nothing() {
        String id = Api.openedId();
        Api.patch(id, Map.of("priority", "high", "status", "resolved")).then().statusCode(409);
        Api.changed(id, Map.of("priority", "low"));

        Event changed = awaited("changed", id);

        assertThat(changed.sequence()).isEqualTo(1);
        assertThat(changed.data().path("priority").asText()).isEqualTo("low");
    }

    @Test
    void the_largest_change_fits_into_an_event() {
        String id = Api.openedId();
        for (String letter : List.of("ж", "\u0001")) {
            Map<String, Object> fields = new HashMap<>();
            IntStream.range(0, 50).forEach(i -> fields.put("field" + i, letter.repeat(1_000)));
            Api.changed(id, Map.of("customFields", fields, "resolution", letter.repeat(9_999) + "."));
        }

        assertThat(Api.read(id).getInt("version")).isEqualTo(4);
    }

    private Event awaited(String type, String ticket) {
        Event event = probe.await("org.helpdesk.ticket." + type + ".v1", ticket);
        Contracts.assertFits(event);
        return event;
    }

    private static String shortType(Event event) {
        return event.type()
                .substring("org.helpdesk.ticket.".length(), event.type().length() - ".v1".length());
    }
}
