package helpdesk.customer.draw;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.named;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.customer.Given;
import helpdesk.customer.Happenings;
import helpdesk.testing.Contracts;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Prizes are drawn among all who answered, and anybody can check it (practice 28). */
@QuarkusTest
@WithTestResource(RealParts.class)
class DrawResourceTest {

    private static final String DRAWS = "/api/v1/draws";

    @Inject
    MovableClock clock;

    private final EventProbe probe = EventProbe.on(Happenings.CUSTOMERS);
    /** A kind of its own: others answer surveys, too. */
    private final String answering = "org.example.poll-answered." + Given.unique();

    private String program;

    @BeforeEach
    void offer() {
        program = program(1);
    }

    @AfterEach
    void close() {
        clock.reset();
        probe.close();
    }

    @Test
    void who_answered_in_time_takes_part_and_what_is_drawn_can_be_checked() throws GeneralSecurityException {
        String draw = draw(2);
        String commitment = proof(draw).getString("commitment");
        assertThat(proof(draw).getString("seed")).isNull();
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            customers.add(answered(clock.instant()));
        }
        // Who answers again takes part once; who answered before it opened does not.
        answer(customers.getFirst(), clock.instant());
        String early = answered(clock.instant().minus(Duration.ofDays(3)));
        customers.forEach(DrawResourceTest::awaitEntry);
        String merged = customers.getLast();
        as("agent")
                .body(Map.of("customerId", merged))
                .post(CUSTOMERS + "/" + customers.getFirst() + "/merges")
                .then()
                .statusCode(201);
        given().get(DRAWS + "/" + draw + "/entries.txt").then().statusCode(409).body("code", equalTo("draw-not-drawn"));

        clock.move(Duration.ofDays(2));
        JsonPath proof = Awaitility.await()
                .atMost(Happenings.PATIENCE)
                .until(() -> proof(draw), now -> now.getString("state").equals("drawn"));
        assertThat(proof.getInt("entries")).isEqualTo(3);
        assertThat(proof.getString("commitment")).isEqualTo(commitment);
        byte[] seed = HexFormat.of().parseHex(proof.getString("seed"));
        assertThat(sha256(seed)).isEqualTo(commitment);
        String list = given().get(DRAWS + "/" + draw + "/entries.txt")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(sha256(list.getBytes(StandardCharsets.US_ASCII))).isEqualTo(proof.getString("entriesDigest"));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(seed, "HmacSHA256"));
        List<String> expected = list.lines()
                .sorted(Comparator.comparing(entry -> HexFormat.of()
                        .formatHex(mac.doFinal(
                                (proof.getString("entriesDigest") + " " + entry).getBytes(StandardCharsets.US_ASCII)))))
                .limit(2)
                .toList();
        assertThat(proof.getList("winningEntries", String.class)).isEqualTo(expected);

        // Each winner gets the prize, although the program has no more than one coupon for others.
        List<Map<String, Object>> winners = Awaitility.await()
                .atMost(Happenings.PATIENCE)
                .until(
                        () -> winners(draw),
                        all -> all.size() == 2 && all.stream().allMatch(one -> one.get("couponId") != null));
        assertThat(winners).extracting(one -> one.get("place")).containsExactly(1, 2);
        for (Map<String, Object> winner : winners) {
            assertThat(customers).contains(winner.get("customerId").toString());
            as("agent")
                    .get(CUSTOMERS + "/" + winner.get("customerId") + "/coupons")
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].issuedBy", equalTo("system:draws"));
        }
        as("agent")
                .get(CUSTOMERS + "/" + early + "/draw-entries")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void a_draw_in_which_nobody_takes_part_has_no_winner() {
        String draw = draw(3);
        clock.move(Duration.ofDays(2));
        Awaitility.await()
                .atMost(Happenings.PATIENCE)
                .until(() -> proof(draw).getString("state").equals("drawn"));
        assertThat(winners(draw)).isEmpty();
        given().get(DRAWS + "/" + draw + "/entries.txt").then().statusCode(200).body(equalTo(""));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_is_wrong_is_named(String field, Object value, String pointer) {
        Map<String, Object> body = body(1);
        body.put(field, value);
        as("supervisor").body(body).post(DRAWS).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("name", "", "/name"),
                Arguments.of("programId", null, "/programId"),
                Arguments.of("winners", 0, "/winners"),
                Arguments.of("winners", 101, "/winners"),
                Arguments.of("closesAt", null, "/closesAt"),
                Arguments.of("closesAt", "2020-01-01T00:00:00Z", "/closesAt"),
                Arguments.of("closesAt", "2199-01-01T00:00:00Z", "/forward"),
                Arguments.of("opensAt", "2198-01-01T00:00:00Z", "/forward"),
                Arguments.of("opensAt", "-999999999-01-01T00:00:00Z", "/opensAt"),
                Arguments.of("closesAt", "+999999999-01-01T00:00:00Z", "/closesAt"),
                Arguments.of("seed", "00", "/seed"));
    }

    @Test
    void supervisors_announce_and_everybody_checks() {
        as("agent").body(body(1)).post(DRAWS).then().statusCode(403);
        given().get(DRAWS).then().statusCode(401);
        as("customer").get(DRAWS).then().statusCode(403);
        Map<String, Object> unknown = body(1);
        unknown.put("programId", UUID.randomUUID());
        as("supervisor").body(unknown).post(DRAWS).then().statusCode(422).body("errors.pointer", hasItem("/programId"));
        Map<String, Object> body = body(1);
        as("supervisor")
                .body(body)
                .post(DRAWS)
                .then()
                .statusCode(201)
                .body("seed", nullValue())
                .body("happening", equalTo("survey.answered"));
        as("supervisor").body(body).post(DRAWS).then().statusCode(409).body("code", equalTo("name-taken"));
        String nowhere = DRAWS + "/" + UUID.randomUUID();
        given().get(nowhere + "/proof").then().statusCode(404).body("code", equalTo("draw-not-found"));
        as("agent").get(nowhere + "/winners").then().statusCode(404);
    }

    private Map<String, Object> body(int winners) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Draw " + Given.unique());
        body.put("programId", program);
        body.put("winners", winners);
        body.put("opensAt", clock.instant().minus(Duration.ofDays(1)).toString());
        body.put("closesAt", clock.instant().plus(Duration.ofDays(1)).toString());
        return body;
    }

    private String draw(int winners) {
        Map<String, Object> body = body(winners);
        body.put("happening", answering);
        return as("supervisor")
                .body(body)
                .post(DRAWS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String program(int most) {
        return as("supervisor")
                .body(Map.of(
                        "name", "Prize " + Given.unique(), "value", Map.of("text", "A bicycle"), "maxIssued", most))
                .post("/api/v1/reward-programs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String answered(Instant at) {
        String customer = created(named("emails", List.of(Given.email()))).getString("id");
        answer(customer, at);
        Happenings.awaitTimeline(customer, 2);
        return customer;
    }

    private void answer(String customer, Instant at) {
        probe.publish(
                Happenings.INTEGRATIONS,
                Happenings.at(
                        at,
                        Contracts.sample("org.example.order.delayed.v1")
                                .again()
                                .with("type", answering)
                                .withData("customerId", customer)));
    }

    private static void awaitEntry(String customer) {
        Awaitility.await().atMost(Happenings.PATIENCE).until(() -> !as("agent")
                .get(CUSTOMERS + "/" + customer + "/draw-entries")
                .jsonPath()
                .getList("items")
                .isEmpty());
    }

    private static JsonPath proof(String draw) {
        return given().get(DRAWS + "/" + draw + "/proof")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Map<String, Object>> winners(String draw) {
        return as("agent")
                .get(DRAWS + "/" + draw + "/winners")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
