package helpdesk.gateway.token;

import static helpdesk.gateway.Gateway.PASSWORD;
import static helpdesk.gateway.Gateway.signIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.gateway.Gateway;
import helpdesk.testing.Forgeries;
import helpdesk.testing.Forgery;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The gateway believes what it signed, and nothing that resembles it. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class ForgeriesTest {

    private static final String OWN = "/api/v1/accounts";

    @Inject
    SigningKeys keys;

    @Test
    void the_token_that_they_are_made_of_is_genuine() {
        SigningKey key = keys.current();
        given().auth()
                .oauth2(Forgeries.genuine(key.privateKey(), key.kid(), claims()))
                .get(OWN)
                .then()
                .statusCode(200);
    }

    @TestFactory
    Stream<DynamicTest> a_forgery_opens_nothing() {
        SigningKey key = keys.current();
        return Forgeries.of(key.privateKey(), (RSAPublicKey) key.publicKey(), key.kid(), claims(), "groups").stream()
                .map(forgery -> DynamicTest.dynamicTest(forgery.what(), () -> assertRefused(forgery)));
    }

    private static void assertRefused(Forgery forgery) {
        given().auth()
                .oauth2(forgery.token())
                .get(OWN)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"));
    }

    /** Also where a token is not asked for, a bad one is not passed over. */
    @Test
    void a_public_operation_refuses_a_forgery_too() {
        SigningKey key = keys.current();
        Forgery first = Forgeries.of(key.privateKey(), (RSAPublicKey) key.publicKey(), key.kid(), claims(), "groups")
                .getFirst();
        assertThat(given().auth()
                        .oauth2(first.token())
                        .contentType(ContentType.JSON)
                        .body(Map.of("refreshToken", "hr_unknown"))
                        .post("/api/v1/auth/refresh")
                        .statusCode())
                .isEqualTo(401);
    }

    private static Map<String, Object> claims() {
        return Forgeries.claimsOf(
                signIn("admin", PASSWORD).statusCode(200).extract().path("accessToken"));
    }
}
