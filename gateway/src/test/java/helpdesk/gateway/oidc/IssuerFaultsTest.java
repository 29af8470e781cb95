package helpdesk.gateway.oidc;

import static helpdesk.gateway.oidc.ForeignSide.KEYS;
import static helpdesk.gateway.oidc.ForeignSide.KID;
import static helpdesk.gateway.oidc.ForeignSide.asked;
import static helpdesk.gateway.oidc.ForeignSide.behave;
import static helpdesk.gateway.oidc.ForeignSide.claims;
import static helpdesk.gateway.oidc.ForeignSide.exchange;
import static helpdesk.gateway.oidc.ForeignSide.jwk;
import static helpdesk.gateway.oidc.ForeignSide.publish;
import static helpdesk.gateway.oidc.ForeignSide.rsa;
import static helpdesk.gateway.oidc.ForeignSide.sign;
import static helpdesk.gateway.oidc.ForeignSide.someSubject;
import static helpdesk.gateway.oidc.ForeignSide.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.gateway.Gateway;
import helpdesk.testing.Database;
import helpdesk.testing.Forgeries;
import helpdesk.testing.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issuers rotate their keys, hang, lie and go away; nobody else waits for that. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
@WithTestResource(IssuerServer.class)
class IssuerFaultsTest {

    private final String subject = someSubject();

    @Inject
    MovableClock clock;

    @BeforeEach
    @AfterEach
    void reset() {
        clock.reset();
        behave("good", "well");
        publish("good", jwk(KEYS, KID));
        Database.execute("delete from sign_in_attempt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"away", "hanging", "dripping", "lying", "huge", "moved"})
    void of_an_issuer_whose_keys_cannot_be_had_nothing_is_believed(String issuer) throws Exception {
        publish(issuer, jwk(KEYS, KID));
        clock.move(Duration.ofHours(1));
        Map<String, Object> claims =
                with(claims(issuer, subject), "exp", clock.instant().getEpochSecond() + 600);
        exchange(sign(claims)).statusCode(503).header("Retry-After", "10").body("code", equalTo("issuer-away"));
        // It is not asked again at once, and many who ask do not wait one after the other.
        try (ExecutorService crowd = Executors.newFixedThreadPool(10)) {
            List<Callable<Integer>> attempts = IntStream.range(0, 10)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> exchange(sign(claims)).extract().statusCode())
                    .toList();
            assertThat(crowd.invokeAll(attempts).stream().map(Future::resultNow))
                    .containsOnly(503);
        }
        assertThat(asked(issuer)).isLessThanOrEqualTo(1);
        exchange(sign(with(claims("good", subject), "exp", claims.get("exp")))).statusCode(200);
    }

    @Test
    void keys_that_were_fetched_serve_on_for_a_day_while_the_issuer_is_away() {
        exchange(token("good")).statusCode(200);
        for (String manner : List.of("away", "hanging", "empty", "nonsense", "huge")) {
            behave("good", manner);
            clock.move(Duration.ofHours(2));
            assertThat(exchange(token("good")).extract().statusCode())
                    .as(manner)
                    .isEqualTo(200);
        }
        clock.move(Duration.ofHours(24));
        exchange(token("good")).statusCode(503);
        behave("good", "well");
        clock.move(Duration.ofSeconds(11));
        exchange(token("good")).statusCode(200);
    }

    @Test
    void a_key_that_is_new_there_is_fetched_and_one_that_is_gone_is_forgotten() {
        exchange(token("good")).statusCode(200);
        KeyPair next = rsa();
        publish("good", jwk(KEYS, KID), jwk(next, "key-2"));
        clock.move(Duration.ofSeconds(11));
        exchange(token(next, "key-2")).statusCode(200);
        publish("good", jwk(next, "key-2"));
        clock.move(Duration.ofHours(1).plusSeconds(1));
        exchange(token("good")).statusCode(401);
        exchange(token(next, "key-2")).statusCode(200);
    }

    @Test
    void tokens_of_keys_that_nobody_has_do_not_make_us_ask_again_and_again() {
        exchange(token("good")).statusCode(200);
        clock.move(Duration.ofSeconds(11));
        int before = asked("good");
        for (int i = 0; i < 20; i++) {
            exchange(token(KEYS, "invented-" + i)).statusCode(401);
        }
        assertThat(asked("good") - before).isLessThanOrEqualTo(1);
    }

    @Test
    void an_issuer_signs_by_the_algorithms_that_are_configured_for_it() throws Exception {
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair elliptic = curve.generateKeyPair();
        JsonWebKey shared = new OctetSequenceJsonWebKey(new HmacKey("a secret of 32 characters or more".getBytes()));
        shared.setKeyId("shared");
        publish("other", jwk(elliptic, "curve"), jwk(KEYS, KID), shared);
        clock.move(Duration.ofHours(1).plusSeconds(1));
        Map<String, Object> claims =
                with(claims("other", subject), "exp", clock.instant().getEpochSecond() + 600);
        Map<String, Object> nested = with(claims, "realm_access", Map.of("roles", List.of("desk-leads")));
        exchange(signed(nested, "ES256", elliptic.getPrivate(), "curve")).statusCode(200);
        exchange(signed(nested, "PS256", KEYS.getPrivate(), KID)).statusCode(200);
        exchange(signed(nested, "RS256", KEYS.getPrivate(), KID)).statusCode(401);
        exchange(signed(nested, "ES256", elliptic.getPrivate(), KID)).statusCode(401);
        exchange(signed(nested, "HS256", shared.getKey(), "shared")).statusCode(401);
        exchange(signed(claims, "ES256", elliptic.getPrivate(), "curve")).statusCode(403);
    }

    @Test
    void a_key_that_is_too_short_verifies_nothing() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        KeyPair weak = generator.generateKeyPair();
        publish("good", jwk(weak, "weak"));
        clock.move(Duration.ofSeconds(11));
        exchange(token(weak, "weak")).statusCode(401);
    }

    private String token(String issuer) {
        return token(issuer, KEYS, KID);
    }

    private String token(KeyPair keys, String kid) {
        return token("good", keys, kid);
    }

    private String token(String issuer, KeyPair keys, String kid) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = with(with(claims(issuer, subject), "iat", now), "exp", now + 600);
        try {
            return signed(claims, "RS256", keys.getPrivate(), kid);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(Map<String, Object> claims, String algorithm, Key key, String kid) throws Exception {
        JsonWebSignature token = new JsonWebSignature();
        token.setDoKeyValidation(false);
        token.setAlgorithmHeaderValue(algorithm);
        token.setKeyIdHeaderValue(kid);
        token.setKey(key);
        String unsigned = Forgeries.genuine(KEYS.getPrivate(), kid, claims).split("\\.")[1];
        token.setPayloadBytes(Base64.getUrlDecoder().decode(unsigned));
        return token.getCompactSerialization();
    }
}
