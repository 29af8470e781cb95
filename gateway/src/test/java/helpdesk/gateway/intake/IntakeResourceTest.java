package helpdesk.gateway.intake;

import static helpdesk.gateway.Gateway.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.gateway.Gateway;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class IntakeResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Printing a body prettily takes all memory when it is nested 100,000 deep. */
    private static final RestAssuredConfig PLAIN =
            RestAssuredConfig.config().logConfig(LogConfig.logConfig().enablePrettyPrinting(false));

    private static final UUID KEY = UUID.randomUUID();

    @Test
    void a_structured_event_is_with_the_broker_when_the_answer_comes() {
        Map<String, Object> event = Posted.event("myext", "x");
        post("application/cloudevents+json", event, "request-77")
                .statusCode(202)
                .body("ids", contains(event.get("id")));
        try (EventProbe probe = EventProbe.on("helpdesk.integration")) {
            Event seen = probe.await(one -> event.get("id").equals(one.id()));
            assertThat(seen.key()).isEqualTo(event.get("subject"));
            assertThat(seen.attributes())
                    .containsEntry("source", Posted.SOURCE)
                    .containsEntry("type", "org.example.order.delayed.v1")
                    .containsEntry("time", "2026-10-05T08:50:00Z")
                    .containsEntry("partitionkey", (String) event.get("subject"))
                    .containsEntry("correlationid", "request-77")
                    .containsEntry("actor", "apikey:" + KEY)
                    .containsEntry("myext", "x");
            assertThat(seen.data().toString()).contains("\"price\":12.5");
        }
    }

    @Test
    void plain_json_and_binary_mode_mean_the_same() {
        Map<String, Object> plain = Posted.event();
        post("application/json", plain, null).statusCode(202);
        String id = UUID.randomUUID().toString();
        integration()
                .contentType("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", Posted.SOURCE)
                .header("ce-type", "org.example.order.delayed.v1")
                .header("ce-subject", "Z%C3%BCrich")
                .body("{\"orderNumber\":\"1\"}")
                .post("/api/v1/events")
                .then()
                .statusCode(202)
                .body("ids", contains(id));
        try (EventProbe probe = EventProbe.on("helpdesk.integration")) {
            probe.await(event -> plain.get("id").equals(event.id()));
            Event binary = probe.await(event -> id.equals(event.id()));
            assertThat(binary.subject()).isEqualTo("Zürich");
            assertThat(binary.data().get("orderNumber").asText()).isEqualTo("1");
        }
    }

    @Test
    void without_a_subject_the_source_keeps_events_in_order() {
        Map<String, Object> event = Posted.event("subject", null);
        post("application/json", event, null).statusCode(202);
        try (EventProbe probe = EventProbe.on("helpdesk.integration")) {
            assertThat(probe.await(one -> event.get("id").equals(one.id())).key())
                    .isEqualTo(Posted.SOURCE);
        }
    }

    @Test
    void a_batch_is_taken_as_a_whole() {
        List<Map<String, Object>> batch =
                Stream.generate(Posted::event).limit(100).toList();
        List<Object> ids = batch.stream().map(event -> event.get("id")).toList();
        Response answer = post("application/cloudevents-batch+json", batch, null)
                .statusCode(202)
                .extract()
                .response();
        assertThat(answer.<List<Object>>path("ids")).isEqualTo(ids);
        try (EventProbe probe = EventProbe.on("helpdesk.integration")) {
            ids.forEach(id -> probe.await(event -> id.equals(event.id())));
        }
    }

    @Test
    void far_too_many_are_refused_before_they_fill_the_memory() {
        String flood = "[" + "{},".repeat(2_400_000) + "{}]";
        integration()
                .contentType("application/cloudevents-batch+json")
                .body(flood)
                .post("/api/v1/events")
                .then()
                .statusCode(400)
                .body("detail", containsString("1 to 100"));
        String deep = "[{\"data\":[" + "[],".repeat(100_000) + "[]]}]";
        integration()
                .contentType("application/cloudevents-batch+json")
                .body(deep)
                .post("/api/v1/events")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/0"));
    }

    @Test
    void one_fault_makes_a_whole_batch_refused() {
        List<Map<String, Object>> batch =
                new ArrayList<>(Stream.generate(Posted::event).limit(4).toList());
        batch.set(3, Posted.event("type", " "));
        post("application/cloudevents-batch+json", batch, null)
                .statusCode(400)
                .body("code", equalTo("invalid-event"))
                .body("errors", hasSize(1))
                .body("errors.pointer", contains("/3/type"));
        Map<String, Object> marker = Posted.event();
        post("application/json", marker, null).statusCode(202);
        try (EventProbe probe = EventProbe.on("helpdesk.integration")) {
            probe.await(event -> marker.get("id").equals(event.id()));
            assertThat(probe.of(batch.getFirst().get("subject"))).isEmpty();
        }
    }

    @Test
    void the_same_event_sent_again_is_taken_once() {
        Map<String, Object> event = Posted.event();
        for (int i = 0; i < 5; i++) {
            post("application/json", event, null).statusCode(202).body("ids", contains(event.get("id")));
        }
        post("application/cloudevents-batch+json", List.of(event, event), null).statusCode(202);
        Map<String, Object> marker = Posted.event("subject", event.get("subject"));
        post("application/json", marker, null).statusCode(202);
        try (EventProbe probe = EventProbe.on("helpdesk.integration")) {
            probe.await(one -> marker.get("id").equals(one.id()));
            assertThat(probe.of(event.get("subject"))).hasSize(2);
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("specversion", "0.3", "invalid-event"),
                Arguments.of("specversion", null, "invalid-event"),
                Arguments.of("id", "", "invalid-event"),
                Arguments.of("id", 7, "invalid-event"),
                Arguments.of("id", "x".repeat(256), "invalid-event"),
                Arguments.of("source", null, "invalid-event"),
                Arguments.of("source", "not a uri", "invalid-event"),
                Arguments.of("source", "/ticket-service", "reserved-source"),
                Arguments.of("source", "/gateway/x", "reserved-source"),
                Arguments.of("type", null, "invalid-event"),
                Arguments.of("type", "org.helpdesk.ticket.opened.v1", "reserved-type"),
                Arguments.of("type", "a\r\nb", "invalid-event"),
                Arguments.of("subject", " ", "invalid-event"),
                Arguments.of("time", "yesterday", "invalid-event"),
                Arguments.of("time", "2026-10-05T08:50:00", "invalid-event"),
                Arguments.of("time", "+12026-10-05T08:50:00Z", "invalid-event"),
                Arguments.of("datacontenttype", "text/xml", "invalid-event"),
                Arguments.of("data", null, "invalid-event"),
                Arguments.of("data", "text", "invalid-event"),
                Arguments.of("data", List.of(1), "invalid-event"),
                Arguments.of("data", Map.of("a", "\u0000"), "invalid-event"),
                Arguments.of("data", Map.of("a", List.of(Map.of("b", "\ud800"))), "invalid-event"),
                Arguments.of("data", Map.of("a", new java.math.BigDecimal("1e5000")), "invalid-event"),
                Arguments.of("data_base64", "AAAA", "invalid-event"),
                Arguments.of("Upper", "x", "invalid-event"),
                Arguments.of("nested", Map.of("a", 1), "invalid-event"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_named_by_its_attribute(String attribute, Object value, String code) {
        post("application/cloudevents+json", Posted.event(attribute, value), null)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("errors.pointer", hasItem("/" + attribute));
    }

    @Test
    void bodies_that_are_no_events_are_refused() {
        postText("application/cloudevents+json", "{").statusCode(400).body("code", equalTo("malformed-json"));
        postText("application/cloudevents+json", "[]").statusCode(400);
        postText("application/cloudevents+json", "").statusCode(400);
        postText("application/cloudevents-batch+json", "{}").statusCode(400);
        postText("application/cloudevents-batch+json", "[]").statusCode(400);
        postText("application/cloudevents-batch+json", "[1]").statusCode(400).body("errors.pointer", contains("/0"));
        postText("text/plain", "hello").statusCode(415);
        postText("application/cloudevents+json", write(Posted.event("data", Map.of("a", "b".repeat(65_536)))))
                .statusCode(400);
        post(
                        "application/cloudevents-batch+json",
                        Stream.generate(Posted::event).limit(101).toList(),
                        null)
                .statusCode(400);
    }

    @Test
    void a_full_batch_of_large_events_fits_and_nothing_beyond() {
        Map<String, Object> large = Posted.event("data", Map.of("a", "b".repeat(60_000)));
        List<Map<String, Object>> batch = Stream.generate(() -> {
                    Map<String, Object> copy = new java.util.LinkedHashMap<>(large);
                    copy.put("id", UUID.randomUUID().toString());
                    return copy;
                })
                .limit(100)
                .toList();
        assertThat(post("application/cloudevents-batch+json", batch, null)
                        .extract()
                        .statusCode())
                .isEqualTo(202);
        assertThat(postText("application/cloudevents-batch+json", " ".repeat(7 * 1024 * 1024 + 1))
                        .extract()
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void only_integrations_and_administrators_bring_events() {
        for (String role : List.of("agent", "supervisor", "customer")) {
            as(role).contentType("application/json")
                    .body(write(Posted.event()))
                    .post("/api/v1/events")
                    .then()
                    .statusCode(403);
        }
        given().contentType("application/json")
                .body(write(Posted.event()))
                .post("/api/v1/events")
                .then()
                .statusCode(401);
        as("admin")
                .contentType("application/json")
                .body(write(Posted.event()))
                .post("/api/v1/events")
                .then()
                .statusCode(202);
    }

    private static io.restassured.specification.RequestSpecification integration() {
        return given().config(PLAIN).header("Authorization", "Bearer " + Tokens.ofApiKey(KEY, "integration"));
    }

    private static ValidatableResponse post(String contentType, Object body, String requestId) {
        var request = integration().contentType(contentType).body(write(body));
        if (requestId != null) {
            request.header("X-Request-Id", requestId);
        }
        return request.post("/api/v1/events").then();
    }

    private static ValidatableResponse postText(String contentType, String body) {
        return integration()
                .contentType(contentType)
                .body(body)
                .post("/api/v1/events")
                .then();
    }

    private static String write(Object value) {
        try {
            return JSON.writer()
                    .with(com.fasterxml.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII)
                    .writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
