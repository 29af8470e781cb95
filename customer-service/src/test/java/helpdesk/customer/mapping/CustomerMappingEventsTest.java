package helpdesk.customer.mapping;

import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.email;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Happenings.INTEGRATIONS;
import static helpdesk.customer.Happenings.PATIENCE;
import static helpdesk.customer.Happenings.awaitCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.customer.Given;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A till tells who has paid. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CustomerMappingEventsTest {

    private static final String MAPPINGS = "/api/v1/customer-mappings";

    private final String type = "com.example.till.paid-" + UUID.randomUUID();
    private final String email = email();
    private EventProbe probe;

    @BeforeEach
    void open() {
        probe = EventProbe.on(INTEGRATIONS);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void who_is_not_known_gets_a_profile_and_the_visit_is_written_down() {
        String mapping = made(mapping());
        Event paid = paid("C-" + UUID.randomUUID());
        publish(paid);
        publish(paid);

        String customer = awaitCustomer("email", email);
        assertThat(Given.lookedUp("email", email).getString("items[0].name")).isEqualTo("Amara Okafor");
        List<Map<String, Object>> visits = awaitVisits(customer, 1);
        assertThat(visits.getFirst())
                .containsEntry("at", "2026-03-01T09:30:00Z")
                .containsEntry("what", "Shop in Leeds");
        remove(mapping);
    }

    @Test
    void by_the_number_of_another_system_somebody_is_known_again() {
        String mapping = made(mapping());
        String number = "C-" + UUID.randomUUID();
        publish(paid(number));
        String customer = awaitCustomer("email", email);
        Map<String, Object> body = new HashMap<>(data(number));
        body.remove("buyer");
        publish(event(body));

        assertThat(awaitVisits(customer, 2)).hasSize(2);
        remove(mapping);
    }

    @Test
    void our_own_id_comes_first() {
        String customer = created(named("emails", List.of(email))).getString("id");
        Map<String, Object> body = mapping();
        body.put("customer", Map.of("customerId", "{{data.ours}}"));
        body.put("visit", Map.of());
        String mapping = made(body);
        publish(paid("C-1").withData("ours", customer));

        assertThat(awaitVisits(customer, 1).getFirst())
                .containsEntry("at", "2026-03-02T12:00:00Z")
                .doesNotContainKey("what");
        remove(mapping);
    }

    @Test
    void what_a_mapping_cannot_read_is_told_with_it_and_the_next_has_the_event() {
        Map<String, Object> body = mapping();
        body.put("customer", Map.of("email", "{{data.nobody}}"));
        body.put("name", "1 " + type);
        String failing = made(body);
        body = mapping();
        body.put("visit", Map.of("at", "{{data.shop.city}}"));
        body.put("name", "2 " + type);
        String timeless = made(body);
        String good = made(mapping());
        Event paid = paid("C-" + UUID.randomUUID());
        publish(paid);
        awaitVisits(awaitCustomer("email", email), 1);

        assertThat(read(failing).getMap("lastFailures[0]"))
                .containsEntry("eventId", paid.id())
                .containsEntry("code", "invalid-request")
                .containsEntry("detail", "customer: The event says nothing by which somebody is recognised.");
        assertThat(read(timeless).getString("lastFailures[0].detail")).startsWith("visit.at: It is no time");
        assertThat(read(good).getList("lastFailures")).isEmpty();
        List.of(failing, timeless, good).forEach(CustomerMappingEventsTest::remove);
    }

    @Test
    void an_event_that_no_mapping_concerns_is_read_as_ever() {
        Map<String, Object> body = mapping();
        body.put("when", List.of(Map.of("path", "data.test", "in", List.of("true"))));
        String mapping = made(body);
        publish(event(
                Map.of("customer", Map.of("email", email, "name", "Amara"), "visit", Map.of("what", "The usual way"))));

        assertThat(awaitVisits(awaitCustomer("email", email), 1).getFirst()).containsEntry("what", "The usual way");
        remove(mapping);
    }

    @Test
    void a_dry_run_tells_how_an_event_would_be_read_and_stores_nothing() {
        String mapping = made(mapping());
        JsonPath tried = post("/dry-runs", Map.of("event", structured()))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(tried.getString("mappings[0].mappingId")).isEqualTo(mapping);
        assertThat(tried.getBoolean("mappings[0].concerned")).isTrue();
        assertThat(tried.getString("mappings[0].customer.email")).isEqualTo(email);
        assertThat(tried.getString("mappings[0].customer.handle")).isEqualTo("till:C-7");
        assertThat(tried.getString("mappings[0].visit.what")).isEqualTo("Shop in Leeds");
        assertThat(tried.getList("mappings[0].missing")).isEmpty();
        assertThat(Given.lookedUp("email", email).getList("items")).isEmpty();
        Map<String, Object> body = mapping();
        body.put("customer", Map.of("email", "{{data.nobody}}"));
        JsonPath fails = post("/dry-runs", Map.of("event", structured(), "mapping", body))
                .jsonPath();
        assertThat(fails.getString("mappings[0].problem")).contains("nothing by which");
        assertThat(fails.getList("mappings[0].missing")).isEqualTo(List.of("data.nobody"));
        assertThat(post("/dry-runs", Map.of("event", Map.of("type", type)))
                        .jsonPath()
                        .getString("errors[0].pointer"))
                .isEqualTo("/event/source");
        remove(mapping);
    }

    @Test
    void a_mapping_is_changed_in_part_and_removed() {
        String mapping = made(mapping());
        Response changed = Given.as("admin")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body(Map.of("active", false, "customer", Map.of("phone", "{{data.phone}}")))
                .patch(MAPPINGS + "/" + mapping);

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.jsonPath().getString("customer.email")).isEqualTo("{{data.buyer.mail}}");
        assertThat(changed.jsonPath().getString("customer.phone")).isEqualTo("{{data.phone}}");
        assertThat(Given.as("admin").get(MAPPINGS + "?limit=100").jsonPath().getList("items.id"))
                .contains(mapping);
        assertThat(post("", mapping()).jsonPath().getString("code")).isEqualTo("name-taken");
        remove(mapping);
        assertThat(Given.as("admin").get(MAPPINGS + "/" + mapping).jsonPath().getString("code"))
                .isEqualTo("mapping-not-found");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("name", null, "/name"),
                Arguments.of("type", "a b", "/type"),
                Arguments.of("when", List.of(Map.of("path", "data..x", "present", true)), "/when/0/path"),
                Arguments.of("customer", Map.of("email", "{{data"), "/customer/email"),
                Arguments.of("visit", Map.of("what", "{{}}"), "/visit/what"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void what_is_wrong_is_named(String field, Object value, String pointer) {
        Map<String, Object> body = mapping();
        body.put(field, value);
        Response answer = post("", body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.pointer")).contains(pointer);
        body = mapping();
        body.put("customer", Map.of("name", "Amara"));
        assertThat(post("", body).statusCode()).isEqualTo(400);
        body.put("customer", Map.of("network", "till"));
        assertThat(post("", body).statusCode()).isEqualTo(400);
    }

    private Map<String, Object> mapping() {
        Map<String, Object> mapping = new HashMap<>();
        mapping.put("name", "Till " + type);
        mapping.put("type", type);
        mapping.put(
                "customer",
                Map.of(
                        "email",
                        "{{data.buyer.mail}}",
                        "name",
                        "{{data.buyer.first}} {{data.buyer.last}}",
                        "network",
                        "till",
                        "handle",
                        "{{data.card}}"));
        mapping.put("visit", Map.of("at", "{{data.paidAt}}", "what", "Shop in {{data.shop.city|a town}}"));
        return mapping;
    }

    private Map<String, Object> data(String card) {
        return Map.of(
                "card",
                card,
                "buyer",
                Map.of("mail", email, "first", "Amara", "last", "Okafor"),
                "paidAt",
                "2026-03-01T10:30:00+01:00",
                "shop",
                Map.of("city", "Leeds"));
    }

    private Event paid(String card) {
        return event(data(card));
    }

    private Event event(Map<String, Object> data) {
        Map<String, String> attributes = new TreeMap<>(Map.of(
                "specversion", "1.0",
                "id", UUID.randomUUID().toString(),
                "source", "/till/7",
                "type", type,
                "time", "2026-03-02T12:00:00Z"));
        return new Event(attributes, type, new ObjectMapper().valueToTree(data));
    }

    private Map<String, Object> structured() {
        return Map.of("type", type, "source", "/till/7", "data", data("C-7"));
    }

    private void publish(Event event) {
        probe.publish(INTEGRATIONS, event);
    }

    private static List<Map<String, Object>> awaitVisits(String customer, int visits) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> Given.as("agent")
                                .get(Given.CUSTOMERS + "/" + customer + "/visits")
                                .jsonPath()
                                .getList("items"),
                        found -> found.size() >= visits);
    }

    private static Response post(String address, Object body) {
        return Given.as("admin").contentType(ContentType.JSON).body(body).post(MAPPINGS + address);
    }

    private static String made(Object mapping) {
        Response answer = post("", mapping);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getString("id");
    }

    private static JsonPath read(String mapping) {
        return Given.as("admin").get(MAPPINGS + "/" + mapping).jsonPath();
    }

    private static void remove(String mapping) {
        Given.as("admin")
                .header("If-Match", "*")
                .delete(MAPPINGS + "/" + mapping)
                .then()
                .statusCode(204);
    }
}
