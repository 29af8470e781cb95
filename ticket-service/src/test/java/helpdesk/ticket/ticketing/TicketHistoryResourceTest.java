package helpdesk.ticket.ticketing;

import static helpdesk.ticket.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class TicketHistoryResourceTest {

    @Test
    void every_change_is_told_in_order_with_version_actor_and_cause() {
        UUID worker = Given.agent();
        UUID key = UUID.randomUUID();
        UUID customer = UUID.randomUUID();
        String token = Tokens.of(worker, "agent");
        String id = Api.as(Tokens.ofApiKey(key, "integration"))
                .contentType(ContentType.JSON)
                .body(Api.ticket())
                .post("/api/v1/tickets")
                .jsonPath()
                .getString("id");
        Api.patch(token, id, "\"0\"", Map.of("assigneeId", worker, "tags", List.of("fire", "urgent")))
                .then()
                .statusCode(200);
        String comment = Api.comment(token, id, Map.of("body", "Note", "visibility", "internal"))
                .jsonPath()
                .getString("id");
        escalate(token, id, "Too hot.").then().statusCode(201);
        try (EventProbe probe = EventProbe.on("helpdesk.customer")) {
            probe.publish("helpdesk.customer", Given.identified(id, customer));
        }
        Awaitility.await().until(() -> Api.read(id).getInt("version") == 5);

        List<Map<String, Object>> lines = history(id, "").getList("items");

        String agent = "account:" + worker;
        assertThat(lines.stream().map(TicketHistoryResourceTest::withoutTime))
                .containsExactly(
                        line(0, "apikey:" + key, "ticket.opened", "status", null, "new"),
                        line(1, agent, "ticket.changed", "tags", null, List.of("fire", "urgent")),
                        line(2, agent, "ticket.assigned", "assigneeId", null, worker.toString()),
                        line(2, agent, "ticket.assigned", "status", "new", "open"),
                        line(3, agent, "ticket.commented", "comment", null, comment),
                        line(4, agent, "ticket.escalated", "tier", 1, 2),
                        line(4, agent, "ticket.escalated", "escalation", null, "Too hot."),
                        line(
                                5,
                                "system:ticket-service.customers",
                                "ticket.changed",
                                "customerId",
                                null,
                                customer.toString()));
        assertThat(lines.stream().map(line -> Instant.parse((String) line.get("at"))))
                .isSorted();
    }

    @Test
    void history_comes_in_pages() {
        String id = Api.openedId();
        for (int i = 1; i <= 6; i++) {
            Api.changed(id, Map.of("priority", i % 2 == 0 ? "low" : "high", "cause", "cause " + i));
        }

        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = history(id, "?limit=3" + after);
            for (Map<String, Object> line : page.<Map<String, Object>>getList("items")) {
                seen.add(line.get("version") + " " + line.get("field"));
            }
            after = page.getString("next") == null ? null : "&after=" + page.getString("next");
        } while (after != null);

        List<String> expected = new ArrayList<>(List.of("0 status"));
        for (int i = 1; i <= 6; i++) {
            expected.add(i + " priority");
            expected.add(i + " cause");
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void a_cursor_of_one_history_opens_no_other() {
        String id = Api.openedId();
        Api.changed(id, Map.of("priority", "high"));
        String next = history(id, "?limit=1").getString("next");

        assertProblem(
                Api.agent().get("/api/v1/tickets/" + Api.openedId() + "/history?after=" + next),
                400,
                "invalid-cursor",
                "?after");
    }

    @Test
    void a_ticket_climbs_three_tiers() {
        String id = Api.openedId();
        String token = Tokens.of("agent");

        Response second = escalate(token, id, "Too hot.");
        second.then().statusCode(201);
        assertThat(second.jsonPath().getInt("tier")).isEqualTo(2);
        assertThat(second.header("Location")).endsWith("/api/v1/tickets/" + id);
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
        assertThat(escalate(token, id, "Even hotter.").jsonPath().getInt("tier"))
                .isEqualTo(3);
        assertProblem(escalate(token, id, "Help."), 409, "highest-tier");
        assertThat(Api.read(id).getInt("tier")).isEqualTo(3);
    }

    @Test
    void an_escalation_has_a_reason() {
        String id = Api.openedId();
        String token = Tokens.of("agent");

        assertProblem(escalate(token, id, " "), 400, "invalid-request", "/reason");
        assertProblem(escalate(token, id, null), 400, "invalid-request", "/reason");
        assertProblem(escalate(token, id, "x".repeat(1001)), 400, "invalid-request", "/reason");
        assertThat(Api.read(id).getInt("tier")).isEqualTo(1);
    }

    private static Response escalate(String token, String id, String reason) {
        Map<String, Object> body = new HashMap<>();
        body.put("reason", reason);
        return Api.as(token).contentType(ContentType.JSON).body(body).post("/api/v1/tickets/" + id + "/escalations");
    }

    private static JsonPath history(String id, String query) {
        return Api.agent()
                .get("/api/v1/tickets/" + id + "/history" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> withoutTime(Map<String, Object> line) {
        Map<String, Object> rest = new HashMap<>(line);
        rest.remove("at");
        return rest;
    }

    private static Map<String, Object> line(
            int version, String actor, String cause, String field, Object from, Object to) {
        Map<String, Object> line =
                new HashMap<>(Map.of("version", version, "actor", actor, "cause", cause, "field", field, "to", to));
        if (from != null) {
            line.put("from", from);
        }
        return line;
    }
}
