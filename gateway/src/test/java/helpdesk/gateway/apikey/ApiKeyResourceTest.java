package helpdesk.gateway.apikey;

import static helpdesk.gateway.Gateway.as;
import static helpdesk.gateway.Gateway.createApiKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.gateway.Gateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class ApiKeyResourceTest {

    private static final String PROXIED = "/api/v1/tickets/echo";

    @Test
    void a_key_is_shown_once() {
        Response created = createApiKey("integration")
                .header("Location", notNullValue())
                .header("ETag", "\"0\"")
                .body("key", matchesPattern("hd_[A-Za-z0-9_-]{43}"))
                .body("expiresAt", nullValue())
                .extract()
                .response();
        String key = created.path("key");
        assertThat(key).startsWith(created.<String>path("prefix"));
        as("admin")
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .body("key", nullValue())
                .body("prefix", equalTo(created.path("prefix")));
        String list =
                as("admin").queryParam("limit", 100).get("/api/v1/api-keys").asString();
        assertThat(list).contains(created.<String>path("id")).doesNotContain(key);
    }

    @Test
    void only_administrators_manage_keys() {
        as("supervisor").get("/api/v1/api-keys").then().statusCode(403);
        as("agent")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/api-keys")
                .then()
                .statusCode(403);
        given().get("/api/v1/api-keys").then().statusCode(401);
        as("admin").get("/api/v1/api-keys/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void a_key_never_has_more_rights_than_an_agent_or_an_integration() {
        for (String role : List.of("admin", "supervisor", "customer")) {
            post(Map.of("name", "Too much", "roles", List.of(role)))
                    .statusCode(400)
                    .body("errors.pointer", contains("/roles/0"));
        }
        post(Map.of("name", " ", "roles", List.of(), "expiresAt", "2020-01-01T00:00:00Z"))
                .statusCode(400)
                .body("errors.pointer", contains("/expiresAt", "/name", "/roles"));
    }

    @Test
    void a_name_is_used_once_until_its_key_is_revoked() {
        Map<String, Object> request = Map.of("name", "Shop " + UUID.randomUUID(), "roles", List.of("integration"));
        String id = post(request).statusCode(201).extract().path("id");
        post(request).statusCode(409).body("code", equalTo("name-taken"));
        revoke(id, "\"0\"").statusCode(204);
        post(request).statusCode(201);
    }

    @Test
    void behind_the_gateway_a_key_is_a_token() {
        Response created = createApiKey("integration").extract().response();
        String key = created.path("key");
        for (Response echoed : List.of(
                given().header("X-Api-Key", key).get(PROXIED),
                given().header("Authorization", "Bearer " + key).get(PROXIED))) {
            assertThat(echoed.statusCode()).isEqualTo(200);
            assertThat(echoed.asString()).doesNotContain(key);
            JsonPath claims = claims(echoed.path("headers.authorization"));
            assertThat(claims.getString("sub")).isEqualTo(created.path("id"));
            assertThat(claims.getString("kind")).isEqualTo("apikey");
            assertThat(claims.getList("groups")).isEqualTo(List.of("integration"));
            assertThat(claims.getString("name")).isEqualTo(created.path("name"));
        }
    }

    @Test
    void the_gateway_itself_knows_the_roles_of_a_key() {
        String key = createApiKey("agent").extract().path("key");
        given().header("X-Api-Key", key).get("/api/v1/accounts").then().statusCode(403);
        given().header("X-Api-Key", key).get("/api/v1/events").then().statusCode(200);
    }

    @Test
    void a_key_with_a_body_goes_through_unharmed() {
        String key = createApiKey("agent").extract().path("key");
        given().header("X-Api-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"a\":\"" + "b".repeat(900) + "\"}")
                .post(PROXIED)
                .then()
                .statusCode(200)
                .body("length", equalTo(908));
    }

    @Test
    void what_is_no_key_of_ours_opens_nothing() {
        String unknown = ApiKeySecret.create().text();
        given().header("X-Api-Key", unknown)
                .get(PROXIED)
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid-api-key"));
        given().header("Authorization", "Bearer " + unknown)
                .get(PROXIED)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", not(nullValue()));
        given().header("X-Api-Key", "something").get(PROXIED).then().statusCode(401);
        given().header("X-Api-Key", "hd_" + "x".repeat(5000))
                .get("/api/v1/events")
                .then()
                .statusCode(401);
        given().header("X-Api-Key", unknown)
                .header("Authorization", "Bearer x")
                .get(PROXIED)
                .then()
                .statusCode(400);
    }

    @Test
    void a_revoked_key_opens_nothing_after_five_seconds() {
        Response created = createApiKey("integration").extract().response();
        String key = created.path("key");
        given().header("X-Api-Key", key).get(PROXIED).then().statusCode(200);
        revoke(created.path("id"), null).statusCode(428);
        revoke(created.path("id"), "\"5\"").statusCode(412);
        revoke(created.path("id"), "\"0\"").statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> given().header("X-Api-Key", key).get(PROXIED).statusCode() == 401);
        as("admin").get("/api/v1/api-keys/" + created.path("id")).then().statusCode(404);
        revoke(created.path("id"), "\"1\"").statusCode(404);
    }

    @Test
    void a_key_ends_when_its_time_is_over() {
        String key = post(Map.of(
                        "name", "Short " + UUID.randomUUID(),
                        "roles", List.of("integration"),
                        "expiresAt", Instant.now().plusSeconds(2).toString()))
                .statusCode(201)
                .extract()
                .path("key");
        given().header("X-Api-Key", key).get(PROXIED).then().statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> given().header("X-Api-Key", key).get(PROXIED).statusCode() == 401);
    }

    private static ValidatableResponse post(Map<String, Object> body) {
        return as("admin")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/api-keys")
                .then();
    }

    private static ValidatableResponse revoke(String id, String ifMatch) {
        var request = as("admin");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.delete("/api/v1/api-keys/" + id).then();
    }

    private static JsonPath claims(String authorization) {
        String token = authorization.substring("Bearer ".length());
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }
}
