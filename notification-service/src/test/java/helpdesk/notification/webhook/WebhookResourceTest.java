package helpdesk.notification.webhook;

import static helpdesk.notification.Callbacks.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks are kept by administrators, and lead nowhere inside. */
@QuarkusTest
@WithTestResource(RealParts.class)
class WebhookResourceTest {

    private static final String URL = "https://crm.example.com/hooks/helpdesk?team=7";

    private final EventProbe probe = EventProbe.on("helpdesk.notification");

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void the_secret_is_shown_once() {
        JsonPath made = Webhooks.made(URL, "org.helpdesk.ticket.*", "org.helpdesk.ticket.*", "com.example.paid");
        String id = made.getString("id");

        assertThat(made.getString("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(made.getList("events")).isEqualTo(List.of("org.helpdesk.ticket.*", "com.example.paid"));
        assertThat(made.getBoolean("enabled")).isTrue();
        Map<String, Object> read = Webhooks.read(id).getMap("");
        assertThat(read).containsEntry("url", URL).doesNotContainKeys("secret", "formerSecret", "disabledBecause");
        List<Map<String, Object>> list = as("admin")
                .queryParam("limit", 100)
                .get(Webhooks.PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        assertThat(list)
                .filteredOn(one -> one.get("id").equals(id))
                .singleElement()
                .isEqualTo(read);
        Event created = probe.await("org.helpdesk.webhook.created.v1", id);
        Contracts.assertFits(created);
        assertThat(created.data().toString()).doesNotContain("example.com");
        Webhooks.remove(id);
    }

    @Test
    void a_webhook_is_changed_disabled_and_removed_by_who_has_seen_it() {
        JsonPath made = Webhooks.made(URL, "com.example.nothing");
        String id = made.getString("id");
        as("admin")
                .contentType("application/merge-patch+json")
                .body(Map.of("enabled", false))
                .patch(Webhooks.PATH + "/{id}", id)
                .then()
                .statusCode(428);
        as("admin")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"9\"")
                .body(Map.of("enabled", false))
                .patch(Webhooks.PATH + "/{id}", id)
                .then()
                .statusCode(412);

        Webhooks.change(id, Map.of("enabled", false, "description", "The orders"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("enabled", equalTo(false))
                .body("disabledBecause", equalTo("by_hand"))
                .body("description", equalTo("The orders"))
                .body("secret", nullValue());
        Contracts.assertFits(probe.await("org.helpdesk.webhook.changed.v1", id));
        as("admin")
                .post(Webhooks.PATH + "/{id}/pings", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("webhook-disabled"));
        Webhooks.change(id, Map.of("enabled", true)).then().statusCode(200).body("disabledBecause", nullValue());
        Webhooks.change(id, Map.of("enabled", true)).then().statusCode(200).header("ETag", "\"2\"");

        as("admin").delete(Webhooks.PATH + "/{id}", id).then().statusCode(428);
        Webhooks.remove(id).then().statusCode(204);
        Contracts.assertFits(probe.await("org.helpdesk.webhook.deleted.v1", id));
        as("admin").get(Webhooks.PATH + "/{id}", id).then().statusCode(404).body("code", equalTo("webhook-not-found"));
        as("admin").get(Webhooks.PATH + "/{id}/deliveries", id).then().statusCode(404);
    }

    @Test
    void a_second_rotation_waits_for_the_end_of_the_first_or_ends_it() {
        JsonPath made = Webhooks.made(URL, "*");
        String id = made.getString("id");
        String second = rotate(id, Map.of()).statusCode(201).extract().path("secret");
        rotate(id, Map.of("overlapHours", 1)).statusCode(409).body("code", equalTo("secret-rotates"));
        String third =
                rotate(id, Map.of("overlapHours", 0)).statusCode(201).extract().path("secret");
        assertThat(List.of(made.getString("secret"), second, third)).doesNotHaveDuplicates();
        assertThat(Webhooks.read(id).getMap("")).doesNotContainKey("secret");
        Webhooks.remove(id);
    }

    @Test
    void no_answer_that_has_a_secret_is_kept() {
        String key = UUID.randomUUID().toString();
        JsonPath made = as("admin")
                .header("Idempotency-Key", key)
                .body(Map.of("url", URL, "events", List.of("*")))
                .post(Webhooks.PATH)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(Database.value(
                        Long.class,
                        "select count(*) from idempotency_record where idempotency_record::text like ?",
                        "%" + key + "%"))
                .isZero();
        Webhooks.remove(made.getString("id"));
    }

    private static ValidatableResponse rotate(String id, Map<String, ?> body) {
        return as("admin")
                .body(body)
                .post(Webhooks.PATH + "/{id}/secret-rotations", id)
                .then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "agent", "integration", "customer"})
    void who_is_no_administrator_is_refused(String role) {
        Map<String, Object> body = Map.of("url", URL, "events", List.of("*"));
        as(role).body(body).post(Webhooks.PATH).then().statusCode(403);
        as(role).get(Webhooks.PATH).then().statusCode(403);
        String somebodys = Webhooks.PATH + "/" + UUID.randomUUID();
        as(role).get(somebodys).then().statusCode(403);
        as(role).get(somebodys + "/deliveries").then().statusCode(403);
        as(role).body(Map.of()).post(somebodys + "/secret-rotations").then().statusCode(403);
        as(role).post(somebodys + "/pings").then().statusCode(403);
        given().get(Webhooks.PATH).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.1.2.3/x",
                "https://192.168.0.1",
                "https://172.20.1.1:8443/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.3.2/",
                "https://0.0.0.0/",
                "https://2130706433.example.invalid@10.0.0.1/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fd00::7]/",
                "https://[64:ff9b::a00:1]/",
                "https://[2002:a00:1::]/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "http://crm.example.invalid/hooks",
                "http://198.51.100.1/",
                "ftp://crm.example.com/",
                "//crm.example.com/",
                "crm.example.com",
                "https://user:secret@crm.example.com/",
                "https://crm.example.com/#part",
                "https://crm.example.com:0/",
                "https://crm.example.com:99999/",
                "https:///hooks",
                "file:///etc/passwd",
                "https://crm example.com/"
            })
    void nothing_leads_inside_or_is_read_on_its_way(String url) {
        as("admin")
                .body(Map.of("url", url, "events", List.of("*")))
                .post(Webhooks.PATH)
                .then()
                .statusCode(422)
                .body("code", equalTo("webhook-address-refused"))
                .body("errors.pointer", contains("/url"));
        String id = Webhooks.made(URL, "*").getString("id");
        Webhooks.change(id, Map.of("url", url)).then().statusCode(422);
        assertThat(Webhooks.read(id).getString("url")).isEqualTo(URL);
        Webhooks.remove(id);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void what_makes_no_sense_is_refused_with_its_place(String field, Object value, String pointer) {
        Map<String, Object> body = new HashMap<>(Map.of("url", URL, "events", List.of("*")));
        body.put(field, value);
        as("admin").body(body).post(Webhooks.PATH).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("url", null, "/url"),
                Arguments.of("url", "https://e.example/" + "x".repeat(2000), "/url"),
                Arguments.of("events", null, "/events"),
                Arguments.of("events", List.of(), "/events"),
                Arguments.of("events", List.of("org.helpdesk.*.opened"), "/events/0"),
                Arguments.of("events", List.of("*", "org.helpdesk ticket"), "/events/1"),
                Arguments.of(
                        "events",
                        Collections.nCopies(51, "a.b").stream()
                                .map(text -> text + UUID.randomUUID())
                                .toList(),
                        "/events"),
                Arguments.of("description", "", "/description"),
                Arguments.of("enabled", "perhaps", "/enabled"),
                Arguments.of("secret", "whsec_bXk=", "/secret"));
    }

    @Test
    void hours_of_two_secrets_are_a_week_at_most() {
        String id = Webhooks.made(URL, "*").getString("id");
        as("admin")
                .body(Map.of("overlapHours", 169))
                .post(Webhooks.PATH + "/{id}/secret-rotations", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/overlapHours"));
        Webhooks.remove(id);
    }
}
