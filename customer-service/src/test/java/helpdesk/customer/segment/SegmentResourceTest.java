package helpdesk.customer.segment;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Given.patched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import helpdesk.customer.Given;
import helpdesk.customer.Happenings;
import helpdesk.testing.Contracts;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Segments have those whom their rules describe, as soon as they do (practice 32). */
@QuarkusTest
@WithTestResource(RealParts.class)
class SegmentResourceTest {

    private static final String SEGMENTS = "/api/v1/segments";

    @Inject
    MovableClock clock;

    private final List<String> made = new ArrayList<>();
    private final String tier = Given.unique();

    @AfterEach
    void close() {
        clock.reset();
        made.forEach(id -> change(id, Map.of("active", false)));
    }

    @Test
    void who_is_described_belongs_to_it_and_who_is_not_any_more_does_not() {
        String before = customer();
        String segment = segment(Map.of("field", "customFields.tier", "in", List.of(tier)));
        awaitMembers(segment, before);
        String after = customer();
        awaitMembers(segment, after, before);
        as("agent")
                .queryParam("customerId", after)
                .get("/api/v1/contact-cards")
                .then()
                .statusCode(200)
                .body("items[0].segments", hasSize(1));
        patched(before, 0, Map.of("customFields", Map.of("tier", "none"))).statusCode(200);
        awaitMembers(segment, after);
        as("agent")
                .get(CUSTOMERS + "/" + after + "/segments")
                .then()
                .statusCode(200)
                .body("items.id", contains(segment));
        as("agent")
                .get(SEGMENTS + "/" + segment + "/trend")
                .then()
                .statusCode(200)
                .body("size", equalTo(1))
                .body("change", equalTo(1))
                .body("days", hasSize(30))
                .body("days[29].joined", equalTo(2))
                .body("days[29].left", equalTo(1));
        change(segment, Map.of("active", false));
        awaitMembers(segment);
    }

    @Test
    void what_customers_do_counts_and_time_passes() {
        String segment = segment(
                Map.of("field", "customFields.tier", "in", List.of(tier)),
                Map.of("happened", "org.example.order.delayed.v1", "withinDays", 30, "atLeast", 2));
        String customer = customer();
        try (EventProbe probe = EventProbe.on(Happenings.CUSTOMERS)) {
            for (int i = 0; i < 2; i++) {
                probe.publish(
                        Happenings.INTEGRATIONS,
                        Contracts.sample("org.example.order.delayed.v1")
                                .again()
                                .with("time", clock.instant().toString())
                                .withData("customerId", customer));
            }
        }
        awaitMembers(segment, customer);
        clock.move(Duration.ofDays(31));
        awaitMembers(segment);
        as("agent")
                .get(SEGMENTS + "/" + segment + "/trend")
                .then()
                .body("size", equalTo(0))
                .body("days[0].size", equalTo(1))
                .body("changePercent", equalTo(-100.0f));
    }

    @Test
    void a_merged_profile_belongs_to_none() {
        String segment = segment(Map.of("field", "customFields.tier", "in", List.of(tier)));
        String first = customer();
        String second = customer();
        awaitMembers(segment, second, first);
        as("agent")
                .body(Map.of("customerId", second))
                .post(CUSTOMERS + "/" + first + "/merges")
                .then()
                .statusCode(201);
        awaitMembers(segment, first);
    }

    @Test
    void loyalty_is_rewarded_once() {
        String segment = segment(Map.of("field", "customFields.tier", "in", List.of(tier)));
        String program = as("supervisor")
                .body(Map.of(
                        "name", "Loyal " + Given.unique(),
                        "value", Map.of("percent", 10),
                        "issue", Map.of("on", "segment.joined", "segmentId", segment)))
                .post("/api/v1/reward-programs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String customer = customer();
        Awaitility.await().atMost(Happenings.PATIENCE).until(() -> coupons(customer) == 1);
        patched(customer, 0, Map.of("customFields", Map.of("tier", "none"))).statusCode(200);
        awaitMembers(segment);
        patched(customer, 1, Map.of("customFields", Map.of("tier", tier))).statusCode(200);
        awaitMembers(segment, customer);
        String other = customer();
        Awaitility.await().atMost(Happenings.PATIENCE).until(() -> coupons(other) == 1);
        assertThat(coupons(customer)).isOne();
        as("supervisor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("active", false))
                .patch("/api/v1/reward-programs/" + program)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_is_wrong_is_named(Object conditions, String pointer) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Segment " + Given.unique());
        body.put("conditions", conditions);
        as("supervisor").body(body).post(SEGMENTS).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(null, "/conditions"),
                Arguments.of(List.of(), "/conditions"),
                Arguments.of(List.of(Map.of("field", "shoeSize", "in", List.of("42"))), "/conditions/0/field"),
                Arguments.of(List.of(Map.of("field", "age", "in", List.of("42"))), "/conditions/0/field"),
                Arguments.of(List.of(Map.of("field", "age", "atLeast", 5, "atMost", 4)), "/conditions/0/range"),
                Arguments.of(
                        List.of(Map.of("field", "age", "atLeast", new BigDecimal("1E+2147483647"))),
                        "/conditions/0/atLeast"),
                Arguments.of(
                        List.of(Map.of("happened", "a.b", "withinDays", 0, "atLeast", 1)), "/conditions/0/withinDays"),
                Arguments.of(
                        List.of(Map.of("any", List.of(Map.of("field", "age", "present", "maybe")))),
                        "/conditions/0/any/0/present"));
    }

    @Test
    void supervisors_define_and_agents_read() {
        as("agent")
                .body(Map.of("name", "A", "conditions", List.of(Map.of("field", "age", "atLeast", 5))))
                .post(SEGMENTS)
                .then()
                .statusCode(403);
        as("integration").get(SEGMENTS).then().statusCode(403);
        as("customer").get(SEGMENTS).then().statusCode(403);
        String id = segment(Map.of("field", "customFields.tier", "in", List.of(tier)));
        as("agent")
                .get(SEGMENTS + "/" + id)
                .then()
                .statusCode(200)
                .body("ideal", equalTo(true))
                .body("conditions[0].in", contains(tier));
        String unknown = SEGMENTS + "/" + UUID.randomUUID();
        as("agent").get(unknown).then().statusCode(404).body("code", equalTo("segment-not-found"));
        as("agent").get(unknown + "/members").then().statusCode(404);
        as("agent").get(SEGMENTS + "/" + id + "/trend?from=2026-02-30").then().statusCode(400);
        as("agent")
                .get(SEGMENTS + "/" + id + "/trend?to=-999999999-01-01")
                .then()
                .statusCode(400);
        as("agent")
                .get(SEGMENTS + "/" + id + "/trend?from=2026-02-01&to=2026-01-01")
                .then()
                .statusCode(400);
    }

    private String customer() {
        return created(named("customFields", Map.of("tier", tier))).getString("id");
    }

    private String segment(Object... conditions) {
        String id = as("supervisor")
                .body(Map.of("name", "Segment " + Given.unique(), "ideal", true, "conditions", List.of(conditions)))
                .post(SEGMENTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        made.add(id);
        return id;
    }

    private static void change(String id, Map<String, Object> patch) {
        as("supervisor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(SEGMENTS + "/" + id)
                .then()
                .statusCode(200);
    }

    private static int coupons(String customer) {
        return as("agent")
                .get(CUSTOMERS + "/" + customer + "/coupons")
                .jsonPath()
                .getList("items")
                .size();
    }

    private static void awaitMembers(String segment, String... customers) {
        Awaitility.await().atMost(Happenings.PATIENCE).untilAsserted(() -> assertThat(as("agent")
                        .get(SEGMENTS + "/" + segment + "/members?limit=100")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items.customerId", String.class))
                .containsExactlyInAnyOrder(customers));
    }
}
