package helpdesk.notification.preference;

import static helpdesk.notification.Callbacks.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class PreferenceResourceTest {

    private static final String PREFERENCE = "/api/v1/message-preferences/{id}";
    private static final String CUSTOMERS = "helpdesk.customer";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final UUID customer = UUID.randomUUID();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void who_has_said_nothing_has_the_quiet_hours_of_the_organisation_where_they_live() {
        known(customer);

        as("agent")
                .get(PREFERENCE, customer)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("quietHours", nullValue())
                .body("timeZone", nullValue())
                .body("inForce", equalTo(Map.of("from", "21:00", "to", "08:00", "timeZone", "Asia/Almaty")));
    }

    @Test
    void what_a_customer_says_counts_until_it_is_replaced() {
        known(customer);
        put(customer, "\"0\"", said("06:30", "14:00", "America/St_Johns"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("inForce", equalTo(Map.of("from", "06:30", "to", "14:00", "timeZone", "America/St_Johns")));
        put(customer, "\"0\"", said("06:30", "14:00", null)).statusCode(412);
        as("agent").get(PREFERENCE, customer).then().body("quietHours.from", equalTo("06:30"));

        put(customer, "\"1\"", Map.of())
                .statusCode(200)
                .body("version", equalTo(2))
                .body("inForce", equalTo(Map.of("from", "21:00", "to", "08:00", "timeZone", "Asia/Almaty")));
    }

    @ParameterizedTest
    @CsvSource({
        "24:00, 08:00, , /quietHours/from",
        "21:00, 8:00, , /quietHours/to",
        "21:00, 21:00, , /quietHours/to",
        "21:00, , , /quietHours/to",
        "21:00, 08:00, Mars/Olympus, /timeZone"
    })
    void what_makes_no_sense_is_refused_with_its_place(String from, String to, String zone, String pointer) {
        put(customer, "*", said(from, to, zone)).statusCode(400).body("errors.pointer", contains(pointer));
    }

    @Test
    void who_may_not_or_has_not_looked_is_refused() {
        known(customer);
        given().get(PREFERENCE, customer).then().statusCode(401);
        as("customer").get(PREFERENCE, customer).then().statusCode(403);
        as("integration").get(PREFERENCE, customer).then().statusCode(403);
        as("agent").body(Map.of()).put(PREFERENCE, customer).then().statusCode(428);
        put(UUID.randomUUID(), "*", Map.of()).statusCode(404).body("code", equalTo("customer-not-found"));
        put(customer, "*", Map.of("until", "08:00")).statusCode(400).body("code", equalTo("unknown-field"));
    }

    @Test
    void merged_profiles_keep_what_was_said_for_each() {
        UUID survivor = UUID.randomUUID();
        known(customer);
        known(survivor);
        put(customer, "\"0\"", said("22:00", "09:00", null)).statusCode(200);

        probe.publish(CUSTOMERS, of("merged", customer).with("sequence", "4").withData("intoId", survivor));

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> as("agent")
                .get(PREFERENCE, survivor)
                .then()
                .header("ETag", "\"1\"")
                .body("quietHours.from", equalTo("22:00")));
        put(customer, "\"1\"", said("23:00", "07:00", null))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("customerId", equalTo(survivor.toString()));
        as("agent").get(PREFERENCE, survivor).then().body("quietHours.from", equalTo("23:00"));

        probe.publish(CUSTOMERS, of("unmerged", customer).with("sequence", "5").withData("fromId", survivor));

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> as("agent")
                .get(PREFERENCE, customer)
                .then()
                .body("customerId", equalTo(customer.toString()))
                .body("quietHours.from", equalTo("22:00")));
        as("agent").get(PREFERENCE, survivor).then().body("quietHours.from", equalTo("23:00"));
    }

    @Test
    void who_is_forgotten_has_said_nothing() {
        known(customer);
        put(customer, "\"0\"", said("22:00", "09:00", null)).statusCode(200);

        probe.publish(
                CUSTOMERS,
                of("erasure-requested", customer)
                        .with("sequence", "91")
                        .withData("requestId", UUID.randomUUID())
                        .withData("round", 1)
                        .withData("formerIds", List.of())
                        .withData("names", List.of("Nobody " + customer))
                        .withData("contacts", List.of()));

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> as("agent").get(PREFERENCE, customer).then().statusCode(404));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Database.count("message_preference where customer_id = ?", customer) == 0);
    }

    private void known(UUID id) {
        probe.publish(CUSTOMERS, of("changed", id).with("sequence", "1").withData("timeZone", "Asia/Almaty"));
        Awaitility.await().atMost(PATIENCE).until(() -> Database.count("known_customer where id = ?", id) == 1);
    }

    private static Event of(String what, UUID id) {
        return Contracts.sample("org.helpdesk.customer." + what + ".v1")
                .again()
                .with("subject", id.toString())
                .with("partitionkey", id.toString())
                .withData("customerId", id);
    }

    private static Map<String, Object> said(String from, String to, String zone) {
        Map<String, Object> hours = new HashMap<>();
        hours.put("from", from);
        hours.put("to", to);
        Map<String, Object> said = new HashMap<>();
        said.put("quietHours", hours);
        said.put("timeZone", zone);
        return said;
    }

    private static ValidatableResponse put(UUID id, String ifMatch, Map<String, Object> said) {
        return as("agent")
                .header("If-Match", ifMatch)
                .body(said)
                .put(PREFERENCE, id)
                .then();
    }
}
