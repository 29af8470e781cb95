package helpdesk.customer.milestone;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import helpdesk.customer.Given;
import helpdesk.customer.Happenings;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/** Days that matter to customers are told once a year, by rules and by hand (practice 4). */
@QuarkusTest
@WithTestResource(RealParts.class)
class MilestoneResourceTest {

    private static final String RULES = "/api/v1/milestone-rules";
    private static final String REACHED = "org.helpdesk.milestone.reached.v1";

    @Inject
    MovableClock clock;

    private final EventProbe probe = EventProbe.on(Happenings.CUSTOMERS);
    private final List<String> rules = new ArrayList<>();

    @AfterEach
    void close() {
        clock.reset();
        rules.forEach(id -> change(id, Map.of("active", false)));
        probe.close();
    }

    @Test
    void a_birthday_is_told_on_the_day_and_again_a_year_later_also_when_nobody_was_there() {
        String customer = customer(today().plusDays(3).minusYears(30));
        String rule = rule(Map.of("on", "birthday", "act", "card", "title", "Birthday"));
        assertThat(awaitPlanned(customer, rule)).isEqualTo(today().plusDays(3).toString());
        clock.move(Duration.ofDays(10));
        Event reached = probe.await(REACHED, customer);
        Contracts.assertFits(reached);
        assertThat(reached.data().path("date").textValue())
                .isEqualTo(today().plusDays(3).toString());
        assertThat(reached.data().has("years")).isFalse();
        Happenings.awaitSummary(customer, "Birthday: " + today().plusDays(3));
        clock.move(Duration.ofDays(366));
        Awaitility.await()
                .atMost(Happenings.PATIENCE)
                .until(() -> reached(customer).size() == 2);
        assertThat(awaitPlanned(customer, rule))
                .isEqualTo(today().plusDays(3).plusYears(2).toString());
        assertThat(reached(customer)).hasSize(2);
    }

    @Test
    void what_the_profile_says_anew_is_planned_anew() {
        String rule = rule(Map.of("on", "customField", "field", "opening", "act", "note", "leadDays", 7));
        String customer = created(named(
                        "customFields", Map.of("opening", today().plusDays(30).toString())))
                .getString("id");
        assertThat(awaitPlanned(customer, rule)).isEqualTo(today().plusDays(30).toString());
        Given.patched(
                        customer,
                        0,
                        Map.of(
                                "customFields",
                                Map.of("opening", today().plusDays(20).toString())))
                .statusCode(200);
        Awaitility.await().until(() -> planned(customer, rule), day -> today().plusDays(20)
                .toString()
                .equals(day));
        Given.patched(customer, 1, Map.of("customFields", Map.of("opening", "+999999999-12-31")))
                .statusCode(200);
        Awaitility.await().until(() -> planned(customer, rule) == null);
    }

    @Test
    void a_note_is_pinned_for_whoever_answers_next() {
        String customer = customer(null);
        String id = write(
                customer,
                Map.of(
                        "title",
                        "Opening of the second shop",
                        "date",
                        today().plusDays(10),
                        "act",
                        "note",
                        "leadDays",
                        7,
                        "yearly",
                        false));
        clock.move(Duration.ofDays(4));
        probe.await(REACHED, customer);
        as("agent")
                .queryParam("customerId", customer)
                .get("/api/v1/contact-cards")
                .then()
                .statusCode(200)
                .body("items[0].toKnow.body", contains(today().plusDays(10) + ": Opening of the second shop"));
        as("agent")
                .get(CUSTOMERS + "/" + customer + "/milestones/" + id)
                .then()
                .statusCode(200)
                .body("toldOn", equalTo(today().plusDays(10).toString()))
                .body("nextOn", equalTo(null));
    }

    @Test
    void who_buys_is_thanked_once_a_year() {
        String kind = "com.example.shop.order-placed." + Given.unique();
        String rule = rule(Map.of("on", "event", "event", kind, "act", "card", "title", "Your order"));
        String email = Given.email();
        String customer = created(named("emails", List.of(email))).getString("id");
        for (int i = 0; i < 2; i++) {
            probe.publish(
                    Happenings.INTEGRATIONS,
                    Contracts.sample("org.example.order.delayed.v1")
                            .again()
                            .with("type", kind)
                            .with("time", clock.instant().toString())
                            .withData("customerId", customer));
        }
        Happenings.awaitTimeline(customer, 3);
        clock.move(Duration.ofDays(1));
        probe.await(REACHED, customer);
        Awaitility.await().until(() -> planned(customer, rule) == null);
        assertThat(reached(customer)).hasSize(1);
    }

    @Test
    void two_profiles_of_one_person_are_greeted_once() {
        LocalDate birthday = today().plusDays(2).minusYears(40);
        String first = customer(birthday);
        String second = customer(birthday);
        String rule = rule(Map.of("on", "birthday", "act", "card"));
        awaitPlanned(first, rule);
        awaitPlanned(second, rule);
        write(second, Map.of("title", "Her shop", "date", today().plusDays(2), "act", "card"));
        as("agent")
                .body(Map.of("customerId", second))
                .post(CUSTOMERS + "/" + first + "/merges")
                .then()
                .statusCode(201);
        Awaitility.await()
                .until(() -> Database.count(
                                "milestone where customer_id = ? and next_on is not null", UUID.fromString(second))
                        == 0);
        clock.move(Duration.ofDays(5));
        Awaitility.await()
                .atMost(Happenings.PATIENCE)
                .until(() -> reached(first).size() == 2);
        assertThat(reached(second)).isEmpty();
    }

    @Test
    void days_are_written_down_listed_and_removed() {
        String customer = customer(null);
        String id = write(customer, Map.of("title", "Wedding day", "date", "2019-06-21", "act", "card"));
        as("agent")
                .get(CUSTOMERS + "/" + customer + "/milestones")
                .then()
                .statusCode(200)
                .body("items.title", contains("Wedding day"))
                .body("items[0].nextOn", startsWith("20"))
                .body("items[0].yearly", equalTo(true));
        as("agent").get("/api/v1/milestones?limit=100").then().statusCode(200).body("items.id", hasItem(id));
        as("agent")
                .header("If-Match", "*")
                .delete(CUSTOMERS + "/" + customer + "/milestones/" + id)
                .then()
                .statusCode(204);
        as("agent").get(CUSTOMERS + "/" + customer + "/milestones").then().body("items", hasSize(0));
        String rule = rule(Map.of("on", "anniversary", "act", "card"));
        awaitPlanned(customer, rule);
        as("agent")
                .header("If-Match", "*")
                .delete(CUSTOMERS + "/" + customer + "/milestones/"
                        + ofRule(customer, rule).get("id"))
                .then()
                .statusCode(409)
                .body("code", equalTo("milestone-of-rule"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_is_wrong_is_named(Map<String, Object> change, String pointer) {
        Map<String, Object> body = new HashMap<>(Map.of("title", "Day", "date", "2090-01-01", "act", "card"));
        body.putAll(change);
        as("agent")
                .body(body)
                .post(CUSTOMERS + "/" + customer(null) + "/milestones")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Map.of("title", ""), "/title"),
                Arguments.of(Map.of("date", "2090-02-30"), "/date"),
                Arguments.of(Map.of("date", "2020-01-01", "yearly", false), "/date"),
                Arguments.of(Map.of("date", "+999999999-12-31"), "/date"),
                Arguments.of(Map.of("date", "0000-01-01"), "/date"),
                Arguments.of(Map.of("act", "party"), "/act"),
                Arguments.of(Map.of("leadDays", 61), "/leadDays"),
                Arguments.of(Map.of("hour", 24), "/hour"),
                Arguments.of(Map.of("nextOn", "2090-01-01"), "/nextOn"));
    }

    @Test
    void rules_are_kept_by_supervisors() {
        as("agent")
                .body(body(Map.of("on", "birthday", "act", "card")))
                .post(RULES)
                .then()
                .statusCode(403);
        as("integration").get(RULES).then().statusCode(403);
        as("customer").get("/api/v1/milestones").then().statusCode(403);
        as("agent").get(RULES).then().statusCode(200);
        as("agent")
                .get(RULES + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("milestone-rule-not-found"));
        refused(Map.of("on", "birthday", "act", "card", "field", "birthday"));
        refused(Map.of("on", "customField", "act", "card"));
        refused(Map.of("on", "event", "act", "card", "event", "a.b", "leadDays", 3));
        refused(Map.of("on", "birthday"));
    }

    private static void refused(Map<String, Object> rule) {
        as("supervisor").body(body(rule)).post(RULES).then().statusCode(400).body("errors", hasSize(1));
    }

    private List<Event> reached(String customer) {
        return probe.of(customer).stream()
                .filter(event -> event.type().equals(REACHED))
                .toList();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static String customer(LocalDate birthday) {
        return created(named("birthday", birthday)).getString("id");
    }

    private static Map<String, Object> body(Map<String, Object> rule) {
        Map<String, Object> body = new HashMap<>(rule);
        body.put("name", "Rule " + Given.unique());
        return body;
    }

    private String rule(Map<String, Object> rule) {
        String id = as("supervisor")
                .body(body(rule))
                .post(RULES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        rules.add(id);
        return id;
    }

    private static void change(String rule, Map<String, Object> patch) {
        as("supervisor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(RULES + "/" + rule)
                .then()
                .statusCode(200);
    }

    private static String write(String customer, Map<String, Object> milestone) {
        return as("agent")
                .body(milestone)
                .post(CUSTOMERS + "/" + customer + "/milestones")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String awaitPlanned(String customer, String rule) {
        return Awaitility.await().atMost(Happenings.PATIENCE).until(() -> planned(customer, rule), day -> day != null);
    }

    private static String planned(String customer, String rule) {
        return (String) ofRule(customer, rule).get("nextOn");
    }

    private static Map<String, Object> ofRule(String customer, String rule) {
        return as("agent")
                .get(CUSTOMERS + "/" + customer + "/milestones?limit=100")
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(one -> rule.equals(one.get("ruleId")))
                .findFirst()
                .orElse(Map.of());
    }
}
