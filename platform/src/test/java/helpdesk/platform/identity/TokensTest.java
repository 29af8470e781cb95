package helpdesk.platform.identity;

import static helpdesk.platform.problem.Answers.NOTES;
import static helpdesk.platform.problem.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Forgeries;
import helpdesk.testing.Forgery;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which tokens are believed. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TokensTest {

    static Stream<Arguments> badTokens() throws Exception {
        String good = Tokens.of("agent");
        String payload = good.split("\\.")[1];
        String now = String.valueOf(Instant.now().getEpochSecond());
        return Stream.of(
                Arguments.of("expired", Tokens.expired("agent")),
                Arguments.of(
                        "not valid yet",
                        Tokens.changed(token -> token.claim(
                                "nbf", Instant.now().plusSeconds(600).getEpochSecond()))),
                Arguments.of("of another issuer", Tokens.changed(token -> token.issuer("somebody"))),
                Arguments.of("for another audience", Tokens.changed(token -> token.audience("elsewhere"))),
                Arguments.of("without kind", Tokens.changed(token -> token.remove("kind"))),
                Arguments.of("without nbf", Tokens.changed(token -> token.remove("nbf"))),
                Arguments.of("without subject", Tokens.changed(token -> token.remove("sub"))),
                Arguments.of("without audience", Tokens.changed(token -> token.remove("aud"))),
                Arguments.of("without issuer", Tokens.changed(token -> token.remove("iss")
                        .issuer(""))),
                Arguments.of("no token", "nonsense"),
                Arguments.of("half a token", good.substring(0, good.length() / 2)),
                Arguments.of("changed", good.replace(payload, encode("{\"iss\":\"helpdesk\",\"exp\":" + now + "}"))),
                Arguments.of("unsigned", encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + payload + "."),
                Arguments.of(
                        "signed with the public key as a secret",
                        hs256(payload, Tokens.publicKey().getEncoded())),
                Arguments.of("signed with the public key as it is published", hs256(payload, pem())),
                Arguments.of("of a stranger who brings the key along", ofStranger(payload)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void it_is_not_believed(String what, String token) {
        Response answer = given().auth().oauth2(token).get(NOTES);
        problem(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    static List<Forgery> forgeries() {
        return Forgeries.ofTests("any");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void a_forgery_is_not_believed(Forgery forgery) {
        problem(given().auth().oauth2(forgery.token()).get(NOTES), 401, "unauthenticated");
    }

    @Test
    void a_good_token_is_believed_and_its_roles_count() {
        assertThat(get(Tokens.of("agent"))).isEqualTo(200);
        assertThat(get(Tokens.of("customer", "agent"))).isEqualTo(200);
        assertThat(get(Tokens.of("customer"))).isEqualTo(403);
        assertThat(get(Tokens.changed(token -> token.groups(Set.of())))).isEqualTo(403);
    }

    @Test
    void a_public_address_needs_no_token_but_refuses_a_bad_one() {
        String body = "{\"text\":\"open\"}";
        assertThat(given().contentType("application/json")
                        .body(body)
                        .post(NOTES + "/open")
                        .statusCode())
                .isEqualTo(200);
        problem(
                given().auth()
                        .oauth2(Tokens.expired("agent"))
                        .contentType("application/json")
                        .body(body)
                        .header("Idempotency-Key", "k")
                        .post(NOTES + "/open"),
                401,
                "unauthenticated");
    }

    private static int get(String token) {
        return given().auth().oauth2(token).get(NOTES).statusCode();
    }

    private static String hs256(String payload, byte[] secret) throws Exception {
        String signed = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + payload;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return signed + "." + encode(mac.doFinal(bytes(signed)));
    }

    private static byte[] pem() {
        return bytes("-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(Tokens.publicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n");
    }

    private static String ofStranger(String payload) throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String signed = encode(
                        "{\"alg\":\"RS256\",\"jku\":\"https://example.org/keys\",\"jwk\":{\"kty\":\"RSA\"},\"kid\":\"x\"}")
                + "." + payload;
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(bytes(signed));
        return signed + "." + encode(signature.sign());
    }

    private static String encode(String text) {
        return encode(bytes(text));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
