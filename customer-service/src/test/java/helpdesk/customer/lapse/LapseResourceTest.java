package helpdesk.customer.lapse;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import helpdesk.customer.Given;
import helpdesk.customer.Happenings;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody leaves unnoticed, and it is measured who comes back (practice 3). */
@QuarkusTest
@WithTestResource(RealParts.class)
class LapseResourceTest {

    private static final String RULES = "/api/v1/lapse-rules";
    private static final String LAPSED = "org.helpdesk.customer.lapsed.v1";
    private static final String RETURNED = "org.helpdesk.customer.returned.v1";

    @Inject
    MovableClock clock;

    private final EventProbe probe = EventProbe.on(Happenings.CUSTOMERS);
    private final List<String> rules = new ArrayList<>();
    private final String product = "News " + Given.unique();

    @AfterEach
    void close() {
        clock.reset();
        rules.forEach(id -> as("supervisor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("active", false))
                .patch(RULES + "/" + id)
                .then()
                .statusCode(200));
        probe.close();
    }

    @Test
    void who_does_not_renew_is_missed_and_counted_as_won_back_when_they_do() {
        UUID owner = Given.agent("Daniel Brandt");
        Map<String, Object> body = named("accountManagerId", owner);
        body.put("preferredName", "Amy");
        String customer = created(body).getString("id");
        String rule =
                rule(Map.of("sign", "subscription_ended", "subscription", product, "afterDays", 7, "group", "loyalty"));
        String subscription = subscribed(customer, today().plusDays(5));
        clock.move(Duration.ofDays(14));
        Event lapsed = probe.await(LAPSED, customer);
        Contracts.assertFits(lapsed);
        assertThat(lapsed.data().path("because").textValue()).isEqualTo("subscription_ended");
        assertThat(lapsed.data().path("owner").textValue()).isEqualTo(owner.toString());
        assertThat(lapsed.data().path("group").textValue()).isEqualTo("loyalty");
        assertThat(lapsed.data().path("name").textValue()).isEqualTo("Amy");
        assertThat(lapsed.data().path("tell").booleanValue()).isTrue();
        String lapse = lapsed.data().path("lapseId").textValue();

        UUID ticket = UUID.randomUUID();
        probe.publish(
                Happenings.TICKETS,
                Happenings.of("ticket.opened", ticket)
                        .withData("customerId", customer)
                        .withData("winBackOf", lapse));
        Awaitility.await().atMost(Happenings.PATIENCE).until(() -> ticket.toString()
                .equals(lapses(customer).getFirst().get("ticketId")));

        clock.move(Duration.ofDays(3));
        renew(customer, subscription, today().plusDays(365))
                .then()
                .statusCode(201)
                .body("state", equalTo("active"));
        Event returned = probe.await(RETURNED, customer);
        Contracts.assertFits(returned);
        assertThat(returned.data().path("days").intValue()).isEqualTo(3);
        assertThat(returned.data().path("ticketId").textValue()).isEqualTo(ticket.toString());
        as("supervisor")
                .queryParam("to", clock.instant().toString())
                .get("/api/v1/win-back-insight")
                .then()
                .statusCode(200)
                .body("rules.find { it.ruleId == '%s' }.wonBack".formatted(rule), equalTo(1))
                .body("rules.find { it.ruleId == '%s' }.share".formatted(rule), equalTo(1.0f))
                .body("rules.find { it.ruleId == '%s' }.medianDays".formatted(rule), equalTo(3.0f));
        assertThat(Happenings.summaries(customer))
                .contains("“%s” ended on %s and was not renewed".formatted(product, today().plusDays(5)), "Is back");
    }

    @Test
    void who_stays_away_is_told_of_once_and_lost_after_a_while() {
        String customer = created(named("emails", List.of(Given.email()))).getString("id");
        rule(Map.of("sign", "no_visits", "afterDays", 30, "minVisits", 2, "wonBackDays", 10, "tell", false));
        visited(customer);
        visited(customer);
        clock.move(Duration.ofDays(40));
        Event lapsed = probe.await(LAPSED, customer);
        assertThat(lapsed.data().path("tell").booleanValue()).isFalse();
        assertThat(lapsed.data().has("owner")).isFalse();
        clock.move(Duration.ofDays(11));
        Awaitility.await().atMost(Happenings.PATIENCE).until(() -> "lost"
                .equals(lapses(customer).getFirst().get("state")));
        clock.move(Duration.ofDays(2));
        visited(customer);
        clock.move(Duration.ofDays(40));
        Awaitility.await()
                .atMost(Happenings.PATIENCE)
                .until(() -> lapses(customer).size() == 2);
        assertThat(probe.of(customer).stream().filter(event -> event.type().equals(LAPSED)))
                .hasSize(2);
        assertThat(probe.of(customer).stream().filter(event -> event.type().equals(RETURNED)))
                .isEmpty();
    }

    @Test
    void other_systems_tell_of_subscriptions_and_visits() {
        String email = Given.email();
        Map<String, Object> told = Map.of(
                "id",
                "S-" + Given.unique(),
                "name",
                product,
                "endsOn",
                today().plusDays(30).toString());
        rule(Map.of("sign", "subscription_cancelled", "subscription", product, "afterDays", 0));
        Event begun = ofShop(email).withData("subscription", told).withData("visit", Map.of("what", "Shop in Leeds"));
        probe.publish(Happenings.INTEGRATIONS, begun);
        probe.publish(Happenings.INTEGRATIONS, begun);
        String customer = Happenings.awaitCustomer("email", email);
        Awaitility.await()
                .atMost(Happenings.PATIENCE)
                .until(() -> subscriptions(customer).size() == 1);
        as("agent")
                .get(CUSTOMERS + "/" + customer + "/visits")
                .then()
                .body("items", hasSize(1))
                .body("items.what", contains("Shop in Leeds"));
        Map<String, Object> renewed = new HashMap<>(told);
        renewed.put("endsOn", today().plusDays(60).toString());
        probe.publish(Happenings.INTEGRATIONS, ofShop(email).withData("subscription", renewed));
        Awaitility.await().atMost(Happenings.PATIENCE).until(() -> Integer.valueOf(1)
                .equals(subscriptions(customer).getFirst().get("renewals")));
        renewed.put("cancelled", true);
        probe.publish(Happenings.INTEGRATIONS, ofShop(email).withData("subscription", renewed));
        assertThat(probe.await(LAPSED, customer).data().path("because").textValue())
                .isEqualTo("subscription_cancelled");
    }

    @Test
    void nobody_is_run_after_by_two_rules_at_once() {
        String customer = created(named("emails", List.of(Given.email()))).getString("id");
        rule(Map.of("sign", "subscription_ended", "subscription", product, "afterDays", 0));
        rule(Map.of("sign", "subscription_ended", "subscription", product, "afterDays", 1));
        subscribed(customer, today().minusDays(10));
        probe.await(LAPSED, customer);
        visited(customer);
        Awaitility.await().atMost(Happenings.PATIENCE).until(() -> lapses(customer).stream()
                .anyMatch(one -> one.get("state").equals("won_back")));
        assertThat(lapses(customer).stream().filter(one -> one.get("state").equals("won_back")))
                .hasSize(1);
    }

    @Test
    void what_is_kept_follows_when_profiles_are_merged() {
        String first = created(named("emails", List.of(Given.email()))).getString("id");
        String second = created(named("emails", List.of(Given.email()))).getString("id");
        subscribed(second, today().plusDays(100));
        visited(second);
        as("agent")
                .body(Map.of("customerId", second))
                .post(CUSTOMERS + "/" + first + "/merges")
                .then()
                .statusCode(201);
        assertThat(subscriptions(first)).hasSize(1);
        as("agent").get(CUSTOMERS + "/" + first + "/visits").then().body("items", hasSize(1));
    }

    @Test
    void subscriptions_are_renewed_cancelled_and_removed() {
        String customer = created(named("emails", List.of(Given.email()))).getString("id");
        String id = subscribed(customer, today().minusDays(1));
        assertThat(subscriptions(customer).getFirst()).containsEntry("state", "ended");
        renew(customer, id, today().minusDays(1))
                .then()
                .statusCode(409)
                .body("code", equalTo("subscription-not-extended"));
        String cancellation = CUSTOMERS + "/" + customer + "/subscriptions/" + id + "/cancellation";
        as("agent")
                .body(Map.of("reason", "Too dear."))
                .post(cancellation)
                .then()
                .statusCode(201)
                .body("state", equalTo("cancelled"));
        as("agent")
                .body(Map.of())
                .post(cancellation)
                .then()
                .statusCode(409)
                .body("code", equalTo("subscription-cancelled"));
        renew(customer, id, today().plusDays(30)).then().statusCode(201).body("state", equalTo("active"));
        Map<String, Object> taken = Map.of("name", "A", "endsOn", "2090-01-01", "externalId", Given.unique());
        as("integration")
                .body(taken)
                .post(CUSTOMERS + "/" + customer + "/subscriptions")
                .then()
                .statusCode(201);
        as("integration")
                .body(taken)
                .post(CUSTOMERS + "/" + customer + "/subscriptions")
                .then()
                .statusCode(409)
                .body("code", equalTo("external-id-taken"));
        as("agent")
                .header("If-Match", "*")
                .delete(CUSTOMERS + "/" + customer + "/subscriptions/" + id)
                .then()
                .statusCode(204);
        as("agent")
                .get(CUSTOMERS + "/" + customer + "/subscriptions/" + id)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_is_wrong_with_a_rule_is_named(Map<String, Object> rule, String pointer) {
        Map<String, Object> body = new HashMap<>(rule);
        body.putIfAbsent("name", "Rule " + Given.unique());
        as("supervisor").body(body).post(RULES).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Map.of("afterDays", 1), "/sign"),
                Arguments.of(Map.of("sign", "no_visits"), "/oneMeasure"),
                Arguments.of(Map.of("sign", "no_visits", "afterDays", 1, "timesRhythm", 2), "/oneMeasure"),
                Arguments.of(Map.of("sign", "subscription_ended", "timesRhythm", 2), "/oneMeasure"),
                Arguments.of(Map.of("sign", "no_visits", "timesRhythm", 2, "minVisits", 2), "/oneMeasure"),
                Arguments.of(Map.of("sign", "no_visits", "afterDays", 1, "subscription", "A"), "/sensible"),
                Arguments.of(Map.of("sign", "no_visits", "afterDays", -1), "/afterDays"),
                Arguments.of(Map.of("sign", "no_visits", "afterDays", 1, "wonBackDays", 0), "/wonBackDays"),
                Arguments.of(
                        Map.of("sign", "no_visits", "afterDays", 1, "visitKinds", Collections.singletonList(null)),
                        "/visitKinds/0"),
                Arguments.of(Map.of("sign", "boredom", "afterDays", 1), "/sign"));
    }

    @Test
    void who_may_do_what() {
        as("agent")
                .body(Map.of("name", "A", "sign", "no_visits", "afterDays", 1))
                .post(RULES)
                .then()
                .statusCode(403);
        as("integration").get("/api/v1/lapses").then().statusCode(403);
        as("customer").get("/api/v1/lapses").then().statusCode(403);
        as("agent").get("/api/v1/win-back-insight").then().statusCode(403);
        as("agent").queryParam("state", "gone").get("/api/v1/lapses").then().statusCode(400);
        as("supervisor")
                .queryParam("from", "yesterday")
                .get("/api/v1/win-back-insight")
                .then()
                .statusCode(400);
        as("agent").get(RULES + "/" + UUID.randomUUID()).then().statusCode(404);
        as("agent")
                .body(Map.of("at", "2090-01-01T00:00:00Z"))
                .post(CUSTOMERS + "/" + created(named("name", "A")).getString("id") + "/visits")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/at"));
    }

    @ParameterizedTest
    @CsvSource({"endsOn,+999999999-12-31", "endsOn,1899-12-31", "endsOn,soon", "startedOn,-999999999-01-01"})
    void no_subscription_is_out_of_time(String field, String day) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "A", "endsOn", "2090-01-01"));
        body.put(field, day);
        String customer = created(named("name", "A")).getString("id");
        as("agent")
                .body(body)
                .post(CUSTOMERS + "/" + customer + "/subscriptions")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/" + field));
        as("agent")
                .body(Map.of("at", "-999999999-01-01T00:00:00Z"))
                .post(CUSTOMERS + "/" + customer + "/visits")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/at"));
    }

    private LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private String rule(Map<String, Object> rule) {
        Map<String, Object> body = new HashMap<>(rule);
        body.put("name", "Rule " + Given.unique());
        String id = as("supervisor")
                .body(body)
                .post(RULES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        rules.add(id);
        return id;
    }

    private static Event ofShop(String email) {
        return Contracts.sample("org.example.order.delayed.v1")
                .again()
                .withData("customer", Map.of("email", email, "name", "Amara Okafor"));
    }

    private String subscribed(String customer, LocalDate endsOn) {
        return as("agent")
                .body(Map.of("name", product, "endsOn", endsOn, "value", Map.of("amount", "12.5", "currency", "EUR")))
                .post(CUSTOMERS + "/" + customer + "/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response renew(String customer, String subscription, LocalDate endsOn) {
        return as("agent")
                .body(Map.of("endsOn", endsOn))
                .post(CUSTOMERS + "/" + customer + "/subscriptions/" + subscription + "/renewals");
    }

    private static void visited(String customer) {
        as("integration")
                .body(Map.of())
                .post(CUSTOMERS + "/" + customer + "/visits")
                .then()
                .statusCode(201);
    }

    private static List<Map<String, Object>> subscriptions(String customer) {
        return as("agent")
                .get(CUSTOMERS + "/" + customer + "/subscriptions")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static List<Map<String, Object>> lapses(String customer) {
        return as("agent")
                .queryParam("customerId", customer)
                .get("/api/v1/lapses")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }
}
