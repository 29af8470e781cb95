package helpdesk.customer.profile;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Given.patched;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import helpdesk.customer.Given;
import helpdesk.customer.Happenings;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Customers are told what they want to be told, and it can be shown that they said so. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ConsentResourceTest {

    private final EventProbe probe = EventProbe.on(Happenings.CUSTOMERS);
    private String id;

    @BeforeEach
    void customer() {
        id = created(named("emails", List.of(Given.email()))).getString("id");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void who_has_said_nothing_is_told_all_but_offers() {
        JsonPath consents = consents();
        assertThat(consents.getList("items")).hasSize(12);
        assertThat(consents.getList("items.findAll { it.allowed }.purpose"))
                .containsOnly("surveys", "rewards", "greetings");
        assertThat(consents.getList("items.because")).containsOnly("default");
    }

    @Test
    void who_wants_no_more_by_the_link_in_a_mail_has_said_so_once() {
        Event unsubscribed = Contracts.sample("org.helpdesk.message.unsubscribed.v1")
                .again()
                .with("subject", UUID.randomUUID().toString())
                .withData("purpose", "surveys")
                .withData("customerId", id);
        probe.publish(Happenings.NOTIFICATIONS, unsubscribed);
        probe.publish(Happenings.NOTIFICATIONS, unsubscribed);
        probe.publish(Happenings.NOTIFICATIONS, unsubscribed.again().withData("customerId", UUID.randomUUID()));
        probe.publish(Happenings.NOTIFICATIONS, unsubscribed.again().withData("purpose", "greetings"));

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(allowed("greetings"))
                .isEqualTo(List.of("sms", "phone")));
        assertThat(allowed("surveys")).isEqualTo(List.of("sms", "phone"));
        as("agent")
                .get(CUSTOMERS + "/{id}/consent-changes", id)
                .then()
                .statusCode(200)
                .body("items.purpose", contains("greetings", "surveys"))
                .body("items.how", everyItem(is("By the link in a message")));
    }

    @Test
    void the_last_word_counts_and_every_word_is_kept() {
        say("surveys", "email", false, "Wrote “no more questions”.").statusCode(201);
        assertThat(allowed("surveys")).isEqualTo(List.of("sms", "phone"));
        say("surveys", null, false, null)
                .statusCode(201)
                .body("items.allowed", everyItem(is(false)))
                .body("items.because", everyItem(is("said")));
        say("surveys", "sms", true, null).statusCode(201);
        assertThat(allowed("surveys")).isEqualTo(List.of("sms"));
        say("offers", null, true, null).statusCode(201);
        assertThat(allowed("offers")).isEqualTo(List.of("email", "sms", "phone"));
        assertThat(allowed("rewards")).hasSize(3);
        say("surveys", null, true, null).statusCode(201);
        assertThat(allowed("surveys")).hasSize(3);

        JsonPath changes =
                as("agent").get(CUSTOMERS + "/" + id + "/consent-changes").jsonPath();
        assertThat(changes.getList("items.granted")).isEqualTo(List.of(true, true, true, false, false));
        assertThat(changes.getString("items[4].proof")).isEqualTo("Wrote “no more questions”.");
        assertThat(changes.getString("items[4].how")).isEqualTo("On the phone");
        assertThat(changes.getString("items[4].actor")).startsWith("account:");
    }

    @Test
    void others_learn_it_by_the_profile() {
        say("surveys", "email", false, null).statusCode(201);
        patched(id, 1, Map.of("doNotContact", true)).statusCode(200);

        List<Event> changes = Stream.of("1", "2")
                .map(sequence -> probe.await(event -> "org.helpdesk.customer.changed.v1".equals(event.type())
                        && id.equals(event.subject())
                        && sequence.equals(event.attributes().get("sequence"))))
                .toList();
        changes.forEach(Contracts::assertFits);
        assertThat(changes.getFirst().data().get("doNotContact").asBoolean()).isFalse();
        assertThat(changes.getLast().data().get("doNotContact").asBoolean()).isTrue();
        assertThat(changes.getLast().data().at("/consents/0/purpose").asText()).isEqualTo("surveys");
        assertThat(changes.getLast().data().at("/consents/0/channel").asText()).isEqualTo("email");
    }

    @Test
    void who_is_not_to_be_contacted_is_told_nothing_whatever_was_said() {
        say("offers", null, true, null).statusCode(201);
        patched(id, 1, Map.of("doNotContact", true)).statusCode(200);
        assertThat(consents().getList("items.because")).containsOnly("do_not_contact");
        assertThat(consents().getList("items.allowed")).containsOnly(false);
        patched(id, 2, Map.of("doNotContact", false)).statusCode(200);
        assertThat(allowed("offers")).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_is_wrong_is_named(String field, Object value) {
        Map<String, Object> body = new HashMap<>(Map.of("purpose", "surveys", "granted", true, "how", "By mail"));
        body.put(field, value);
        as("agent")
                .body(body)
                .post(CUSTOMERS + "/" + id + "/consents")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/" + field));
        as("agent").get(CUSTOMERS + "/" + id + "/consent-changes").then().body("items", empty());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("purpose", null),
                Arguments.of("purpose", "spam"),
                Arguments.of("channel", "fax"),
                Arguments.of("granted", null),
                Arguments.of("granted", "yes"),
                Arguments.of("how", null),
                Arguments.of("how", ""),
                Arguments.of("proof", "x".repeat(1001)),
                Arguments.of("at", "2026-01-01T00:00:00Z"));
    }

    @Test
    void programs_take_consents_down_and_customers_have_no_say_by_this_door() {
        as("integration")
                .body(Map.of("purpose", "offers", "granted", true, "how", "Order form"))
                .post(CUSTOMERS + "/" + id + "/consents")
                .then()
                .statusCode(201)
                .body("items.channel", contains("email", "sms", "phone"));
        as("integration").get(CUSTOMERS + "/" + id + "/consent-changes").then().statusCode(403);
        as("customer").get(CUSTOMERS + "/" + id + "/consents").then().statusCode(403);
        given().get(CUSTOMERS + "/" + id + "/consents").then().statusCode(401);
        as("agent")
                .get(CUSTOMERS + "/" + UUID.randomUUID() + "/consents")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse say(String purpose, String channel, boolean granted, String proof) {
        Map<String, Object> body = new HashMap<>(Map.of("purpose", purpose, "granted", granted, "how", "On the phone"));
        if (channel != null) {
            body.put("channel", channel);
        }
        if (proof != null) {
            body.put("proof", proof);
        }
        return as("agent").body(body).post(CUSTOMERS + "/" + id + "/consents").then();
    }

    private List<String> allowed(String purpose) {
        return consents().getList("items.findAll { it.allowed && it.purpose == '" + purpose + "' }.channel");
    }

    private JsonPath consents() {
        return as("agent")
                .get(CUSTOMERS + "/" + id + "/consents")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
