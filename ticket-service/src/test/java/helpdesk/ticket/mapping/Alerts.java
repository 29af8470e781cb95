package helpdesk.ticket.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.testing.Event;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Alerts of a monitoring, and a mapping for them. Each has a type, and its tickets a tag, of its own. */
final class Alerts {

    static final String TOPIC = "helpdesk.integration";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String tag = "alert-" + UUID.randomUUID();

    String tag() {
        return tag;
    }

    String type() {
        return "com.example." + tag;
    }

    /** A mapping with all that there is. */
    Map<String, Object> mapping() {
        Map<String, Object> mapping = new HashMap<>();
        mapping.put("name", tag);
        mapping.put("type", type());
        mapping.put("source", "/monitoring/*");
        mapping.put("when", List.of(Map.of("path", "data.status", "in", List.of("firing"))));
        mapping.put("key", "{{data.fingerprint}}");
        mapping.put("ticket", ticket());
        mapping.put("again", "It fires again: {{data.annotations.summary|no summary}}");
        mapping.put(
                "clear",
                Map.of(
                        "when",
                        List.of(Map.of("path", "data.status", "in", List.of("resolved"))),
                        "resolution",
                        "It is over since {{data.endsAt|now}}."));
        return mapping;
    }

    Map<String, Object> ticket() {
        Map<String, Object> ticket = new HashMap<>();
        ticket.put("subject", "{{data.labels.alertname}} on {{data.labels.service|an unknown service}}");
        ticket.put(
                "description",
                "{{data.annotations.summary|No summary.}}\nSince {{data.startsAt|we do not know when}}.");
        ticket.put("priority", "{{data.labels.severity|normal}}");
        ticket.put("priorities", Map.of("critical", "urgent"));
        ticket.put("tags", List.of(tag, "{{data.labels.service|}}"));
        return ticket;
    }

    Map<String, Object> mapping(String field, Object value) {
        Map<String, Object> mapping = mapping();
        mapping.put(field, value);
        return mapping;
    }

    /** An alert that fires now. */
    Event firing(String fingerprint) {
        return event("firing", fingerprint, Instant.now());
    }

    Event over(String fingerprint) {
        return event("resolved", fingerprint, Instant.now());
    }

    Event event(String status, String fingerprint, Instant at) {
        Map<String, Object> data = new HashMap<>();
        data.put("status", status);
        data.put("fingerprint", fingerprint);
        data.put("labels", Map.of("alertname", "DiskFull", "service", "web shop", "severity", "critical"));
        data.put("annotations", Map.of("summary", "98 % of /var is used"));
        return event(data, fingerprint, at);
    }

    Event event(Map<String, Object> data, String key, Instant at) {
        Map<String, String> attributes = new TreeMap<>(Map.of(
                "specversion", "1.0",
                "id", UUID.randomUUID().toString(),
                "source", "/monitoring/prod",
                "type", type(),
                "time", at.toString()));
        return new Event(attributes, key, new ObjectMapper().valueToTree(data));
    }

    /** The tickets that were opened, the newest first. */
    List<Map<String, Object>> tickets() {
        return Api.get("/tickets?limit=100&tag=" + tag)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    List<String> statuses() {
        return tickets().stream().map(ticket -> (String) ticket.get("status")).toList();
    }

    /** The ids of the tickets, once there are so many and they stand so. */
    List<String> awaitTickets(String... statuses) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(statuses())
                .containsExactlyInAnyOrder(statuses));
        return tickets().stream().map(ticket -> (String) ticket.get("id")).toList();
    }

    static Response post(Object mapping) {
        return Api.post(Tokens.of("admin"), "/ticket-mappings", mapping);
    }

    static String made(Object mapping) {
        Response answer = post(mapping);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getString("id");
    }

    static JsonPath read(String mapping) {
        return Api.as(Tokens.of("admin"))
                .get("/api/v1/ticket-mappings/" + mapping)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static Response change(String mapping, Map<String, Object> changes) {
        return Api.change(Tokens.of("admin"), "/ticket-mappings/" + mapping, changes);
    }

    static List<String> comments(String ticket) {
        return Api.get("/tickets/" + ticket + "/comments?limit=100").jsonPath().getList("items.body", String.class);
    }

    /** Each event asks all mappings: those of other tests are not to be asked for ever. */
    static void remove(String mapping) {
        Api.as(Tokens.of("admin"))
                .header("If-Match", "*")
                .delete("/api/v1/ticket-mappings/" + mapping)
                .then()
                .statusCode(204);
    }
}
