package helpdesk.ticket.mapping;

import static helpdesk.ticket.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class TicketMappingResourceTest {

    private final Alerts alerts = new Alerts();

    @Test
    void what_is_made_is_read_changed_in_part_and_removed() {
        Response made = Alerts.post(alerts.mapping());

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        String id = made.jsonPath().getString("id");
        assertThat(made.header("Location")).endsWith("/api/v1/ticket-mappings/" + id);
        JsonPath read = Alerts.read(id);
        assertThat(read.getMap("$")).containsAllEntriesOf(without(alerts.mapping(), "ticket", "clear"));
        assertThat(read.getMap("ticket")).containsAllEntriesOf(alerts.ticket()).containsEntry("type", "incident");
        assertThat(read.getString("clear.resolution")).isEqualTo("It is over since {{data.endsAt|now}}.");
        assertThat(read.getBoolean("active")).isTrue();
        assertThat(read.getList("lastFailures")).isEmpty();
        Response changed = Alerts.change(id, Map.of("active", false, "ticket", Map.of("priority", "high")));
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.jsonPath().getString("ticket.priority")).isEqualTo("high");
        assertThat(changed.jsonPath().getString("ticket.subject"))
                .isEqualTo(alerts.ticket().get("subject"));
        assertThat(Alerts.change(id, Map.of("active", false)).header("ETag")).isEqualTo("\"1\"");
        assertThat(list().getList("items.id")).contains(id);
        assertProblem(
                Api.as(Tokens.of("admin")).header("If-Match", "\"0\"").delete("/api/v1/ticket-mappings/" + id),
                412,
                "precondition-failed");
        Alerts.remove(id);
        assertProblem(Api.as(Tokens.of("admin")).get("/api/v1/ticket-mappings/" + id), 404, "mapping-not-found");
    }

    @Test
    void a_name_is_given_once() {
        String id = Alerts.made(alerts.mapping());

        assertProblem(Alerts.post(alerts.mapping("name", alerts.tag().toUpperCase())), 409, "name-taken", "/name");
        Alerts.remove(id);
    }

    static Stream<Arguments> faults() {
        Object fine = Map.of("path", "data.status", "present", true);
        return Stream.of(
                Arguments.of("name", null, "/name"),
                Arguments.of("type", null, "/type"),
                Arguments.of("type", "com.example.*.alert", "/type"),
                Arguments.of("source", "with spaces", "/source"),
                Arguments.of("when", Collections.nCopies(21, fine), "/when"),
                Arguments.of("when", List.of(Map.of("path", "data.status")), "/when/0"),
                Arguments.of("when", List.of(Map.of("path", "a", "present", true, "in", List.of("b"))), "/when/0"),
                Arguments.of("when", List.of(fine, Map.of("path", "data..x", "present", true)), "/when/1/path"),
                Arguments.of(
                        "when", List.of(Map.of("path", "data[?(@.x =~ /(a+)+/)]", "present", true)), "/when/0/path"),
                Arguments.of("when", List.of(Map.of("path", "a", "in", List.of())), "/when/0/in"),
                Arguments.of("key", null, "/key"),
                Arguments.of("key", "{{data.fingerprint", "/key"),
                Arguments.of("key", "x".repeat(501), "/key"),
                Arguments.of("ticket", null, "/ticket"),
                Arguments.of("again", "{{}}", "/again"),
                Arguments.of("clear", Map.of(), "/clear"),
                Arguments.of("clear", Map.of("resolution", "{{data..x}}", "type", "x"), "/clear/resolution"),
                Arguments.of("wish", "more", "/wish"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void what_is_wrong_is_named(String field, Object value, String pointer) {
        Response answer = Alerts.post(alerts.mapping(field, value));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .as(answer.asString())
                .contains(pointer);
    }

    static Stream<Arguments> faultsOfTickets() {
        return Stream.of(
                Arguments.of("subject", null, "/ticket/subject"),
                Arguments.of("description", " ", "/ticket/description"),
                Arguments.of("type", "alert", "/ticket/type"),
                Arguments.of("priority", "extreme", "/ticket/priority"),
                Arguments.of("priorities", Map.of("critical", "extreme"), "/ticket/priorities/critical"),
                Arguments.of("tags", Collections.nCopies(21, "x"), "/ticket/tags"),
                Arguments.of("tags", List.of("{{data"), "/ticket/tags/0"),
                Arguments.of("requester", Map.of("email", "{{data"), "/ticket/requester/email"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faultsOfTickets")
    void what_is_wrong_with_the_ticket_is_named(String field, Object value, String pointer) {
        Map<String, Object> ticket = alerts.ticket();
        ticket.put(field, value);

        what_is_wrong_is_named("ticket", ticket, pointer);
    }

    @Test
    void a_dry_run_tells_what_would_be_done_and_does_nothing() {
        String id = Alerts.made(alerts.mapping());
        JsonPath opens = tried(Map.of("event", event("firing"), "mappingId", id));

        assertThat(opens.getList("mappings")).hasSize(1);
        assertThat(opens.getString("mappings[0].effect")).isEqualTo("opens");
        assertThat(opens.getString("mappings[0].key")).isEqualTo("f-1");
        assertThat(opens.getString("mappings[0].ticket.subject")).isEqualTo("DiskFull on an unknown service");
        assertThat(opens.getString("mappings[0].ticket.priority")).isEqualTo("urgent");
        assertThat(opens.getString("mappings[0].ticket.requester.name")).isEqualTo(alerts.tag());
        assertThat(opens.getList("mappings[0].missing", String.class))
                .contains("data.labels.service", "data.annotations.summary", "data.endsAt");
        assertThat(opens.getList("mappings[0].found.find { it.path == 'data.labels.alertname' }.values"))
                .isEqualTo(List.of("DiskFull"));
        assertThat(alerts.tickets()).isEmpty();
        assertThat(tried(Map.of("event", event("resolved"))).getString("mappings[0].effect"))
                .isEqualTo("nothing");

        try (EventProbe probe = EventProbe.on(Alerts.TOPIC)) {
            probe.publish(Alerts.TOPIC, alerts.firing("f-1"));
            String ticket = alerts.awaitTickets("new").getFirst();
            JsonPath notes = tried(Map.of("event", event("firing")));
            assertThat(notes.getString("mappings[0].effect")).isEqualTo("notes");
            assertThat(notes.getString("mappings[0].ticketId")).isEqualTo(ticket);
            assertThat(notes.getString("mappings[0].text")).isEqualTo("It fires again: no summary");
            JsonPath solves = tried(Map.of("event", event("resolved")));
            assertThat(solves.getString("mappings[0].effect")).isEqualTo("solves");
            assertThat(solves.getString("mappings[0].text")).isEqualTo("It is over since now.");
        }
        assertThat(alerts.statuses()).containsExactly("new");
        Alerts.remove(id);
    }

    @Test
    void a_mapping_that_is_only_thought_of_is_tried_too() {
        Map<String, Object> ticket = alerts.ticket();
        ticket.put("priority", "{{data.labels.team|nobody}}");

        JsonPath fails = tried(Map.of("event", event("firing"), "mapping", alerts.mapping("ticket", ticket)));
        assertThat(fails.getString("mappings[0].effect")).isEqualTo("fails");
        assertThat(fails.getString("mappings[0].problem.code")).isEqualTo("invalid-request");
        JsonPath ignores = tried(Map.of("event", event("unknown"), "mapping", alerts.mapping()));
        assertThat(ignores.getString("mappings[0].effect")).isEqualTo("ignores");
        assertThat(tried(Map.of("event", event("firing"))).getList("mappings")).isEmpty();
        assertThat(list().getList("items.name")).doesNotContain(alerts.tag());
    }

    @Test
    void a_dry_run_needs_an_event_and_one_mapping() {
        assertProblem(dryRun(Map.of()), 400, "invalid-request", "/event");
        assertProblem(dryRun(Map.of("event", Map.of("type", "x"))), 400, "invalid-request", "/event/source");
        assertProblem(dryRun(Map.of("event", List.of(1))), 400, "invalid-request", "/event");
        assertProblem(
                dryRun(Map.of("event", event("x"), "mapping", alerts.mapping(), "mappingId", UUID.randomUUID())),
                400,
                "invalid-request",
                "/mapping");
        assertProblem(dryRun(Map.of("event", event("x"), "mappingId", UUID.randomUUID())), 404, "mapping-not-found");
        Map<String, Object> ticket = alerts.ticket();
        ticket.put("type", "alert");
        assertProblem(
                dryRun(Map.of("event", event("x"), "mapping", alerts.mapping("ticket", ticket))),
                400,
                "invalid-request",
                "/mapping/ticket/type");
    }

    private Map<String, Object> event(String status) {
        return Map.of(
                "specversion",
                "1.0",
                "id",
                "1",
                "type",
                alerts.type(),
                "source",
                "/monitoring/prod",
                "data",
                Map.of(
                        "status",
                        status,
                        "fingerprint",
                        "f-1",
                        "labels",
                        Map.of("alertname", "DiskFull", "severity", "critical")));
    }

    private static JsonPath tried(Object trial) {
        return dryRun(trial).then().statusCode(200).extract().jsonPath();
    }

    private static Response dryRun(Object trial) {
        return Api.post(Tokens.of("admin"), "/ticket-mappings/dry-runs", trial);
    }

    private static JsonPath list() {
        return Api.as(Tokens.of("admin"))
                .get("/api/v1/ticket-mappings?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> without(Map<String, Object> whole, String... fields) {
        Map<String, Object> rest = new HashMap<>(whole);
        rest.keySet().removeAll(List.of(fields));
        return rest;
    }
}
