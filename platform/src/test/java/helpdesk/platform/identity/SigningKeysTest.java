package helpdesk.platform.identity;

import static helpdesk.platform.problem.Answers.NOTES;
import static helpdesk.platform.problem.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import helpdesk.testing.Forgeries;
import helpdesk.testing.Forgery;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;

/** Tokens are verified with keys that are fetched, whatever becomes of where they are fetched from. */
@QuarkusTest
@WithTestResource(RealParts.class)
@WithTestResource(KeyServer.class)
class SigningKeysTest {

    @Test
    void keys_are_fetched_when_they_can_be_and_kept_when_they_cannot() throws Exception {
        String token = Tokens.of("agent");
        Response withoutKeys = get(token);
        problem(withoutKeys, 503, "temporarily-unavailable");
        assertThat(withoutKeys.header("Retry-After")).isEqualTo("1");
        problem(given().get(NOTES), 401, "unauthenticated");
        problem(get("nonsense"), 401, "unauthenticated");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(given().get("/q/health/ready")
                        .jsonPath()
                        .getMap("checks.collectEntries { [it.name, it.status] }"))
                .as("keys are waited for, and not for ever")
                .containsEntry("signing-keys", "UP"));

        JsonWebKey first = JsonWebKey.Factory.newJwk(Tokens.publicKey());
        first.setKeyId("first");
        publish(first);
        await().until(() -> get(token).statusCode() == 200);

        publish();
        assertThat(get(token).statusCode()).as("while the publisher is away").isEqualTo(200);
        KeyPair rotated = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String ofRotated = token(rotated, "second");
        problem(get(ofRotated), 401, "unauthenticated");
        assertThat(get(token).statusCode()).isEqualTo(200);

        JsonWebKey second = JsonWebKey.Factory.newJwk(rotated.getPublic());
        second.setKeyId("second");
        publish(first, second);
        await().atMost(Duration.ofSeconds(30)).until(() -> get(ofRotated).statusCode() == 200);
        assertThat(get(Tokens.changed(builder -> builder)).statusCode())
                .as("two keys, and the token does not say which")
                .isEqualTo(200);
        problem(get(token(KeyPairGenerator.getInstance("RSA").generateKeyPair(), "second")), 401, "unauthenticated");
        for (Forgery forgery : Forgeries.ofTests("first")) {
            assertThat(get(forgery.token()).statusCode()).as(forgery.what()).isEqualTo(401);
        }
    }

    private static Response get(String token) {
        return given().auth().oauth2(token).get(NOTES);
    }

    private static String token(KeyPair keys, String id) {
        return Jwt.issuer("helpdesk")
                .subject(UUID.randomUUID().toString())
                .audience("helpdesk")
                .groups(Set.of("agent"))
                .claim("kind", "account")
                .claim("nbf", Instant.now().minusSeconds(5).getEpochSecond())
                .expiresIn(Duration.ofMinutes(5))
                .jws()
                .keyId(id)
                .sign(keys.getPrivate());
    }

    private static void publish(JsonWebKey... keys) throws Exception {
        String body = keys.length == 0 ? "" : new JsonWebKeySet(List.of(keys)).toJson();
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(URI.create(System.getProperty(KeyServer.ADDRESS)))
                            .PUT(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }
}
