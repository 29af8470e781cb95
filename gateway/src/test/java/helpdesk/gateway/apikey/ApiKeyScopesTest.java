package helpdesk.gateway.apikey;

import static helpdesk.gateway.Gateway.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.gateway.Gateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key may be made for less than its roles allow. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class ApiKeyScopesTest {

    private static final String PROXIED = "/api/v1/tickets/echo";
    private static final String OWN = "/api/v1/events";

    @Test
    void a_key_does_what_its_scopes_name_and_nothing_else() {
        String key = key("tickets:read");
        with(key).get(PROXIED).then().statusCode(200);
        with(key).head(PROXIED).then().statusCode(200);
        refused(with(key).body("{}").post(PROXIED).then(), "tickets:write");
        refused(with(key).delete(PROXIED).then(), "tickets:write");
        refused(with(key).get(OWN).then(), "events:read");
        refused(with(key).get("/api/v1/services/ticket-service/dead-letters").then(), "services:read");
        given().header("Authorization", "Bearer " + key).get(OWN).then().statusCode(403);
        with(key).get("/.well-known/jwks.json").then().statusCode(200);
    }

    @Test
    void to_write_is_not_to_read_and_everything_is_everything() {
        String writer = key("tickets:write");
        with(writer).body("{}").post(PROXIED).then().statusCode(200);
        refused(with(writer).get(PROXIED).then(), "tickets:read");
        String reader = key("*:read", "tickets:write");
        with(reader).get(OWN).then().statusCode(200);
        with(reader).body("{}").post(PROXIED).then().statusCode(200);
        refused(with(reader).body("{}").post(OWN).then(), "events:write");
    }

    @Test
    void a_scope_gives_nothing_that_the_roles_do_not() {
        String key = key("*:read", "*:write");
        with(key).get("/api/v1/accounts").then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tickets/../events",
                "/x/../api/v1/events",
                "//api/v1/events",
                "/api//v1/events",
                "/api/v1//events",
                "/api/v1/%65vents",
                "/api/v1/tickets/%2e%2e/events",
                "/api/v1/events;/api/v1/tickets",
                "/api/v1/EVENTS",
                "/api/v1/./events"
            })
    void no_way_of_writing_an_address_gets_around_a_scope(String path) {
        int status = given().urlEncodingEnabled(false)
                .header("X-Api-Key", key("tickets:read"))
                .get(path)
                .statusCode();
        assertThat(status).isIn(400, 403, 404);
    }

    @Test
    void a_scope_that_is_none_is_told_when_the_key_is_made() {
        for (String scope :
                List.of("tickets", "tickets:delete", "Tickets:read", "tickets:read ", ":read", "a b:read")) {
            make("scopes", List.of(scope)).statusCode(400).body("errors.pointer", contains("/scopes/0"));
        }
        make("scopes", List.of("tickets:read", "tickts:read"))
                .statusCode(400)
                .body("errors.pointer", contains("/scopes/1"));
        make("scopes", List.of()).statusCode(400).body("errors.pointer", contains("/scopes"));
    }

    @Test
    void scopes_are_shown_and_written_down() {
        ValidatableResponse made = make("scopes", List.of("tickets:write", "events:read", "tickets:write"))
                .statusCode(201)
                .body("scopes", contains("events:read", "tickets:write"));
        String id = made.extract().path("id");
        as("admin").get("/api/v1/api-keys/" + id).then().body("scopes", contains("events:read", "tickets:write"));
        as("admin")
                .queryParam("subject", "apikey:" + id)
                .get("/api/v1/audit-log")
                .then()
                .body("items[0].detail", equalTo("agent, only events:read tickets:write"));
        make("name", "Shop " + UUID.randomUUID()).statusCode(201).body("scopes", nullValue());
    }

    private static String key(String... scopes) {
        return make("scopes", List.of(scopes)).statusCode(201).extract().path("key");
    }

    private static ValidatableResponse make(String field, Object value) {
        Map<String, Object> body =
                new HashMap<>(Map.of("name", "Shop " + UUID.randomUUID(), "roles", List.of("agent")));
        body.put(field, value);
        return as("admin")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/api-keys")
                .then();
    }

    private static RequestSpecification with(String key) {
        return given().header("X-Api-Key", key).contentType(ContentType.JSON);
    }

    private static void refused(ValidatableResponse answer, String missing) {
        answer.statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("scope-missing"))
                .body("missing", equalTo(missing));
    }
}
