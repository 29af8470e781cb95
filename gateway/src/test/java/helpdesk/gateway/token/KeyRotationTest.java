package helpdesk.gateway.token;

import static helpdesk.gateway.Gateway.PASSWORD;
import static helpdesk.gateway.Gateway.as;
import static helpdesk.gateway.Gateway.signIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.gateway.Gateway;
import helpdesk.testing.Database;
import helpdesk.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys follow each other, and no token is ever of one that is not known. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class KeyRotationTest {

    private static final String OWN = "/api/v1/accounts";

    @Inject
    MovableClock clock;

    @Inject
    SigningKeys keys;

    @Inject
    SigningKeyStore store;

    @Inject
    KeyRotation rotation;

    @Inject
    ObjectMapper json;

    /** One key, which signs. */
    @BeforeEach
    void settle() {
        Database.execute("delete from signing_key where kid <> (select max(kid) from signing_key)");
        Database.execute(
                "update signing_key set created_at = now(), signs_from = now() - interval '1 second', ends_at = null");
        keys.readAgain();
    }

    @AfterEach
    void reset() {
        clock.reset();
        settle();
    }

    @Test
    void the_next_key_is_published_before_it_signs_and_the_former_until_its_last_token_has_expired() {
        String former = kid(token());
        String next = rotate("{}")
                .statusCode(201)
                .body("state", equalTo("announced"))
                .extract()
                .path("kid");
        keys.readAgain();
        assertThat(published()).containsExactlyInAnyOrder(former, next);
        String before = token();
        assertThat(kid(before)).isEqualTo(former);

        clock.move(Duration.ofMinutes(14));
        assertThat(kid(token())).isEqualTo(former);
        clock.move(Duration.ofMinutes(2));
        String after = token();
        assertThat(kid(after)).isEqualTo(next);
        assertThat(published()).containsExactlyInAnyOrder(former, next);
        assertThat(keys.verifying(former)).isPresent();
        assertThat(states()).isEqualTo(Map.of(next, "signing", former, "verifying"));

        // A token that was made in the last second by the former key is good for its whole time.
        clock.move(Duration.ofMinutes(14));
        assertThat(keys.verifying(former)).isPresent();
        clock.move(Duration.ofMinutes(10));
        assertThat(keys.verifying(former)).isEmpty();
        assertThat(published()).containsExactly(next);
        rotation.rotateByAge();
        assertThat(Database.count("signing_key where kid = ?", former)).isZero();
        assertThat(kid(token())).isEqualTo(next);
    }

    @Test
    void one_rotation_waits_for_the_other_whatever_the_number_of_replicas() throws Exception {
        try (ExecutorService administrators = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> attempts = IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> rotate("{}").extract().statusCode())
                    .toList();
            List<Integer> statuses = administrators.invokeAll(attempts).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
        }
        rotate("{}").statusCode(409).body("code", equalTo("rotation-under-way"));
        SigningKeys replica = new SigningKeys(store, clock);
        replica.readAgain();
        keys.readAgain();
        assertThat(replica.jwks()).isEqualTo(keys.jwks());
        clock.move(Duration.ofMinutes(16));
        assertThat(replica.current().kid()).isEqualTo(keys.current().kid());
    }

    @Test
    void a_key_that_may_be_in_wrong_hands_is_good_for_nothing_any_more() {
        String token = token();
        given().auth().oauth2(token).get(OWN).then().statusCode(200);
        String next = rotate("{\"immediately\":true}")
                .statusCode(201)
                .body("state", equalTo("signing"))
                .extract()
                .path("kid");
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> given().auth().oauth2(token).get(OWN).statusCode() == 401);
        assertThat(published()).containsExactly(next);
        given().auth().oauth2(token()).get(OWN).then().statusCode(200);
        as("admin")
                .queryParam("action", "signing-key-rotated")
                .get("/api/v1/audit-log")
                .then()
                .body("items[0].detail", equalTo("at once: " + next));
    }

    @Test
    void a_key_that_is_old_is_followed_by_another_once() throws Exception {
        String former = keys.current().kid();
        rotation.rotateByAge();
        assertThat(Database.count("signing_key")).isEqualTo(1);
        clock.move(Duration.ofDays(90).plusMinutes(1));
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            replicas.invokeAll(IntStream.range(0, 4)
                            .<Callable<Object>>mapToObj(i -> Executors.callable(rotation::rotateByAge))
                            .toList())
                    .forEach(Future::resultNow);
        }
        assertThat(Database.count("signing_key")).isEqualTo(2);
        keys.readAgain();
        assertThat(keys.current().kid()).isEqualTo(former);
        clock.move(Duration.ofMinutes(16));
        assertThat(keys.current().kid()).isNotEqualTo(former);
        QuarkusTransaction.requiringNew().run(() -> assertThat(store.list()).hasSize(2));
    }

    @Test
    void only_administrators_see_and_rotate_keys() {
        for (String role : List.of("supervisor", "agent", "integration")) {
            as(role).get("/api/v1/signing-keys").then().statusCode(403);
            as(role).contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/v1/signing-keys")
                    .then()
                    .statusCode(403);
        }
        assertThat(as("admin").get("/api/v1/signing-keys").asString()).doesNotContain("\"n\"", "private");
        rotate("{\"now\":true}").statusCode(400);
    }

    private static ValidatableResponse rotate(String wish) {
        return as("admin")
                .contentType(ContentType.JSON)
                .body(wish)
                .post("/api/v1/signing-keys")
                .then();
    }

    private static String token() {
        return signIn("admin", PASSWORD).statusCode(200).extract().path("accessToken");
    }

    private static List<String> published() {
        return given().get("/.well-known/jwks.json").path("keys.kid");
    }

    private Map<String, String> states() {
        List<Map<String, String>> items =
                as("admin").get("/api/v1/signing-keys").path("items");
        return items.stream().collect(Collectors.toMap(item -> item.get("kid"), item -> item.get("state")));
    }

    private String kid(String token) {
        try {
            String header = new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
            return json.readTree(header).get("kid").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
