package helpdesk.customer.reward;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.named;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import helpdesk.customer.Happenings;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A coupon is good once. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CouponResourceTest {

    private final EventProbe probe = EventProbe.on(Happenings.CUSTOMERS);

    @Inject
    MovableClock clock;

    @Inject
    CouponExpiry expiry;

    @AfterEach
    void close() {
        clock.reset();
        probe.close();
    }

    @Test
    void a_customer_gets_a_coupon_and_somebody_redeems_it_once() {
        String program = Rewards.made(Rewards.program(Map.of("amount", Map.of("amount", "5.00", "currency", "EUR"))));
        String customer = Rewards.customer();
        JsonPath coupon = Rewards.issue(customer, program)
                .statusCode(201)
                .body("state", equalTo("issued"))
                .body("reason", equalTo("Waited long."))
                .body("issuedBy", startsWith("account:"))
                .extract()
                .jsonPath();
        String code = coupon.getString("code");
        Event issued = probe.await("org.helpdesk.reward.issued.v1", coupon.getString("id"));
        Contracts.assertFits(issued);
        assertThat(issued.data().get("code").asText()).isEqualTo(code);
        as("integration")
                .get(Rewards.COUPONS + "/" + code.toLowerCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body("state", equalTo("issued"));
        balance(customer).body("good", equalTo(1)).body("worth[0].amount", equalTo("5.00"));

        Rewards.redeem(code).statusCode(201).body("state", equalTo("redeemed")).body("reference", equalTo("order 1"));
        Rewards.redeem(code).statusCode(409).body("code", equalTo("coupon-redeemed"));
        Contracts.assertFits(probe.await("org.helpdesk.reward.redeemed.v1", coupon.getString("id")));
        balance(customer).body("good", equalTo(0)).body("worth", hasSize(0)).body("redeemed", equalTo(1));
        assertThat(Happenings.summaries(customer))
                .contains("Redeemed a coupon, 5.00 EUR")
                .anyMatch(line -> line.startsWith("Got a coupon, 5.00 EUR: “Thanks "));
    }

    @Test
    void a_coupon_says_by_what_its_customer_does_not_want_to_be_told() {
        String customer = Rewards.customer();
        as("agent")
                .body(Map.of("purpose", "rewards", "channel", "email", "granted", false, "how", "By mail"))
                .post(CUSTOMERS + "/" + customer + "/consents")
                .then()
                .statusCode(201);
        String program = Rewards.made(Rewards.program(Map.of("percent", 15)));
        String coupon = Rewards.issue(customer, program).extract().path("id");
        Event issued = probe.await("org.helpdesk.reward.issued.v1", coupon);
        Contracts.assertFits(issued);
        assertThat(issued.data().get("refusedChannels").toString()).isEqualTo("[\"email\"]");
    }

    @Test
    void fifty_who_redeem_at_once_get_it_once() throws Exception {
        String program = Rewards.made(Rewards.program(Map.of("percent", 15)));
        String code = Rewards.issue(Rewards.customer(), program).extract().path("code");
        String token = Tokens.of("integration");
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            for (int i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return given().auth()
                            .oauth2(token)
                            .contentType("application/json")
                            .body(Map.of())
                            .post(Rewards.COUPONS + "/" + code + "/redemption")
                            .statusCode();
                }));
            }
            start.countDown();
        }
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            codes.add(answer.get());
        }
        assertThat(codes).filteredOn(status -> status == 201).hasSize(1);
        assertThat(codes).filteredOn(status -> status == 409).hasSize(49);
    }

    @Test
    void a_coupon_is_void_when_its_time_is_over_and_written_off_once() {
        Map<String, Object> body = Rewards.program(Map.of("percent", 20));
        body.put("validDays", 1);
        String customer = Rewards.customer();
        JsonPath coupon = Rewards.issue(customer, Rewards.made(body)).extract().jsonPath();
        clock.move(Duration.ofDays(3));

        String code = coupon.getString("code");
        Rewards.redeem(code).statusCode(409).body("code", equalTo("coupon-expired"));
        assertThat(Rewards.of(customer).getFirst()).containsEntry("state", "expired");
        balance(customer).body("good", equalTo(0)).body("expired", equalTo(1));
        expiry.expire();
        expiry.expire();
        Contracts.assertFits(probe.await("org.helpdesk.reward.expired.v1", coupon.getString("id")));
        as("agent")
                .get(Rewards.COUPONS + "/" + code)
                .then()
                .body("state", equalTo("expired"))
                .body("version", equalTo(1));
        balance(customer).body("expired", equalTo(1));
        // Nor does a clock that goes back bring it back.
        clock.reset();
        Rewards.redeem(code).statusCode(409).body("code", equalTo("coupon-expired"));
    }

    @Test
    void the_last_day_is_good_to_its_end_where_the_customer_lives() {
        Map<String, Object> body = named("timeZone", "Pacific/Kiritimati");
        String customer = created(body).getString("id");
        Map<String, Object> program = Rewards.program(Map.of("percent", 20));
        program.put("validDays", 7);
        Instant expiry = Instant.parse(
                Rewards.issue(customer, Rewards.made(program)).extract().path("expiresAt"));
        ZoneId zone = ZoneId.of("Pacific/Kiritimati");
        assertThat(expiry.atZone(zone).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(Duration.between(Instant.now(), expiry)).isBetween(Duration.ofDays(7), Duration.ofDays(8));
    }

    @Test
    void a_coupon_can_be_taken_back_until_it_is_redeemed() {
        String program = Rewards.made(Rewards.program(Map.of("percent", 20)));
        JsonPath coupon = Rewards.issue(Rewards.customer(), program).extract().jsonPath();
        String code = coupon.getString("code");
        as("agent")
                .body(Map.of("reason", "Mistake"))
                .post(Rewards.COUPONS + "/" + code + "/revocation")
                .then()
                .statusCode(403);
        as("supervisor")
                .body(Map.of())
                .post(Rewards.COUPONS + "/" + code + "/revocation")
                .then()
                .statusCode(400);
        as("supervisor")
                .body(Map.of("reason", "Mistake"))
                .post(Rewards.COUPONS + "/" + code + "/revocation")
                .then()
                .statusCode(201)
                .body("state", equalTo("revoked"));
        Rewards.redeem(code).statusCode(409).body("code", equalTo("coupon-revoked"));
        Contracts.assertFits(probe.await("org.helpdesk.reward.revoked.v1", coupon.getString("id")));
    }

    @Test
    void limits_hold_also_when_many_are_generous_at_once() throws Exception {
        Map<String, Object> body = Rewards.program(Map.of("percent", 5));
        body.put("maxPerCustomer", 2);
        String program = Rewards.made(body);
        String customer = Rewards.customer();
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(
                        () -> Rewards.issue(customer, program).extract().statusCode()));
            }
        }
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            codes.add(answer.get());
        }
        assertThat(codes).filteredOn(status -> status == 201).hasSize(2);
        assertThat(Rewards.of(customer)).hasSize(2);
        Rewards.issue(customer, program).statusCode(409).body("code", equalTo("enough-coupons"));
        Rewards.change(program, Map.of("active", false)).statusCode(200);
        Rewards.issue(Rewards.customer(), program).statusCode(409).body("code", equalTo("program-inactive"));
    }

    @Test
    void what_there_is_not_is_refused() {
        Rewards.issue(Rewards.customer(), UUID.randomUUID().toString())
                .statusCode(422)
                .body("code", equalTo("unknown-program"));
        String program = Rewards.made(Rewards.program(Map.of("percent", 5)));
        Rewards.issue(UUID.randomUUID().toString(), program).statusCode(404);
        Rewards.redeem("0000-0000-0000").statusCode(404).body("code", equalTo("coupon-not-found"));
        Rewards.redeem("nonsense").statusCode(404);
        as("customer").get(Rewards.COUPONS + "/0000-0000-0000").then().statusCode(403);
        given().get(Rewards.COUPONS + "/0000-0000-0000").then().statusCode(401);
        as("agent")
                .body(Map.of("programId", program))
                .post(CUSTOMERS + "/" + Rewards.customer() + "/coupons")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
    }

    private static ValidatableResponse balance(String customer) {
        return as("agent")
                .get(CUSTOMERS + "/" + customer + "/reward-balance")
                .then()
                .statusCode(200);
    }
}
