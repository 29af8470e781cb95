package helpdesk.gateway.oidc;

import static io.restassured.RestAssured.given;

import helpdesk.testing.Forgeries;
import io.restassured.response.ValidatableResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** What other issuers do in tests: sign tokens, publish keys, behave badly. */
final class ForeignSide {

    /** Making keys takes long; one pair is enough for most. */
    static final KeyPair KEYS = rsa();

    static final String KID = "key-1";

    private ForeignSide() {}

    static String address(String issuer) {
        return System.getProperty(IssuerServer.ADDRESS) + issuer;
    }

    /** What an ID token of somebody says who is an agent. */
    static Map<String, Object> claims(String issuer, String subject) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", address(issuer));
        claims.put("aud", "helpdesk-client");
        claims.put("sub", subject);
        claims.put("iat", now);
        claims.put("exp", now + 600);
        claims.put("nonce", "n-0S6_WzA2Mj");
        claims.put("name", "Noor Haddad");
        claims.put("preferred_username", "noor-" + subject);
        claims.put("email", subject + "@example.org");
        claims.put("email_verified", true);
        claims.put("groups", List.of("everybody", "desk-agents"));
        return claims;
    }

    /** The same with another claim; null takes it away. */
    static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.put(name, value);
        if (value == null) {
            changed.remove(name);
        }
        return changed;
    }

    static String sign(Map<String, Object> claims) {
        return Forgeries.genuine(KEYS.getPrivate(), KID, claims);
    }

    static String someSubject() {
        return UUID.randomUUID().toString();
    }

    static JsonWebKey jwk(KeyPair keys, String kid) {
        try {
            JsonWebKey jwk = JsonWebKey.Factory.newJwk(keys.getPublic());
            jwk.setKeyId(kid);
            return jwk;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static void publish(String issuer, JsonWebKey... keys) {
        put(issuer, "keys", new JsonWebKeySet(Stream.of(keys).toList()).toJson());
    }

    static void behave(String issuer, String manner) {
        put(issuer, "manner", manner);
    }

    static int asked(String issuer) {
        return Integer.parseInt(given().get(address(issuer) + "/asked").asString());
    }

    static ValidatableResponse exchange(String token) {
        return given().contentType("application/x-www-form-urlencoded")
                .formParam("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange")
                .formParam("subject_token_type", "urn:ietf:params:oauth:token-type:id_token")
                .formParam("subject_token", token)
                .post("/api/v1/auth/exchange")
                .then();
    }

    static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(String issuer, String what, String body) {
        given().body(body).put(address(issuer) + "/" + what).then().statusCode(204);
    }
}
