package helpdesk.gateway.apikey;

import static helpdesk.gateway.Gateway.as;
import static helpdesk.gateway.Gateway.createApiKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.gateway.Gateway;
import helpdesk.testing.Database;
import helpdesk.testing.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program changes over to another secret without a pause. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class ApiKeyRotationTest {

    private static final String PROXIED = "/api/v1/tickets/echo";

    private String id;
    private String first;

    @Inject
    MovableClock clock;

    @Inject
    ApiKeyUses uses;

    @BeforeEach
    void make() {
        var key = createApiKey("integration").extract();
        id = key.path("id");
        first = key.path("key");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void both_secrets_are_good_until_the_time_that_was_chosen() {
        String second = rotate("{\"overlapHours\":2}")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("formerSecretUntil", notNullValue())
                .extract()
                .path("key");
        assertThat(second).isNotEqualTo(first);
        assertThat(status(first)).isEqualTo(200);
        assertThat(status(second)).isEqualTo(200);
        as("admin")
                .get("/api/v1/api-keys/" + id)
                .then()
                .body("key", nullValue())
                .body("prefix", equalTo(second.substring(0, 9)));
        clock.move(Duration.ofHours(2).plusSeconds(1));
        // What was remembered for three seconds is not good at that time either.
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> status(second) == 200);
        assertThat(status(first)).isEqualTo(401);
        as("admin")
                .queryParam("subject", "apikey:" + id)
                .queryParam("action", "api-key-rotated")
                .get("/api/v1/audit-log")
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void without_an_overlap_the_former_secret_is_void_within_five_seconds() {
        assertThat(status(first)).isEqualTo(200);
        String second = rotate("{\"overlapHours\":0}")
                .statusCode(201)
                .body("formerSecretUntil", nullValue())
                .extract()
                .path("key");
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> status(first) == 401);
        assertThat(status(second)).isEqualTo(200);
    }

    @Test
    void a_third_secret_ends_the_first() {
        String second = rotate("{}").extract().path("key");
        String third = rotate("{}").extract().path("key");
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> status(first) == 401);
        assertThat(status(second)).isEqualTo(200);
        assertThat(status(third)).isEqualTo(200);
    }

    @Test
    void a_revoked_key_has_no_secret_that_opens_anything() {
        String second = rotate("{}").extract().path("key");
        assertThat(status(second)).isEqualTo(200);
        as("admin")
                .header("If-Match", "\"1\"")
                .delete("/api/v1/api-keys/" + id)
                .then()
                .statusCode(204);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> status(first) == 401 && status(second) == 401);
        rotate("{}").statusCode(404);
    }

    @Test
    void only_administrators_rotate_and_within_limits() {
        rotate("{\"overlapHours\":169}").statusCode(400);
        as("supervisor")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/api-keys/" + id + "/secret-rotations")
                .then()
                .statusCode(403);
    }

    @Test
    void when_a_key_was_last_used_is_written_down_once_for_many_requests() {
        for (int i = 0; i < 20; i++) {
            assertThat(status(first)).isEqualTo(200);
        }
        assertThat(Database.count("api_key where id = ? and last_used_at is not null", UUID.fromString(id)))
                .isZero();
        uses.writeDown();
        as("admin").get("/api/v1/api-keys/" + id).then().header("ETag", "\"0\"").body("lastUsedAt", notNullValue());
        String written = as("admin").get("/api/v1/api-keys/" + id).path("lastUsedAt");
        clock.move(Duration.ofMinutes(5));
        uses.writeDown();
        as("admin").get("/api/v1/api-keys/" + id).then().body("lastUsedAt", equalTo(written));
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> status(first) == 200);
        uses.writeDown();
        assertThat(as("admin").get("/api/v1/api-keys/" + id).<String>path("lastUsedAt"))
                .isGreaterThan(written);
    }

    private ValidatableResponse rotate(String wish) {
        return as("admin")
                .contentType(ContentType.JSON)
                .body(wish)
                .post("/api/v1/api-keys/" + id + "/secret-rotations")
                .then();
    }

    private static int status(String key) {
        return given().header("X-Api-Key", key).get(PROXIED).statusCode();
    }
}
