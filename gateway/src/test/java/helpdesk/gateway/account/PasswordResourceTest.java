package helpdesk.gateway.account;

import static helpdesk.gateway.Gateway.PASSWORD;
import static helpdesk.gateway.Gateway.as;
import static helpdesk.gateway.Gateway.createAccount;
import static helpdesk.gateway.Gateway.signIn;
import static helpdesk.gateway.Gateway.someUsername;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.gateway.Gateway;
import helpdesk.testing.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People choose their own passwords: by the present one, or by a link that is good once. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class PasswordResourceTest {

    private static final String ANOTHER = "another password for Mei";

    private final String username = someUsername();
    private String account;

    @Inject
    MovableClock clock;

    @BeforeEach
    void hire() {
        account = createAccount(username, "agent").extract().path("id");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void who_knows_the_present_password_chooses_another() {
        change("wrong", ANOTHER).statusCode(403).body("code", equalTo("wrong-password"));
        change(PASSWORD, "short").statusCode(400).body("errors[0].pointer", equalTo("/newPassword"));
        change(PASSWORD, ANOTHER).statusCode(204);
        signIn(username, PASSWORD).statusCode(401);
        signIn(username, ANOTHER).statusCode(200);
        String key = Gateway.createApiKey("agent").extract().path("key");
        given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", ANOTHER, "newPassword", PASSWORD))
                .post("/api/v1/auth/password")
                .then()
                .statusCode(404);
    }

    @Test
    void who_forgot_it_chooses_another_by_a_link_once() {
        String former = ask();
        String link = ask();
        choose(former, ANOTHER).statusCode(404);
        choose(link, "short").statusCode(400);
        choose(link, ANOTHER).statusCode(204);
        signIn(username, ANOTHER).statusCode(200);
        choose(link, PASSWORD).statusCode(404);
        signIn(username, ANOTHER).statusCode(200);
        choose("hp_" + UUID.randomUUID(), PASSWORD).statusCode(404);
    }

    @Test
    void a_link_that_nobody_used_expires() {
        String link = ask();
        clock.move(Duration.ofHours(24).plusSeconds(1));
        choose(link, ANOTHER).statusCode(410).body("code", equalTo("link-expired"));
    }

    @Test
    void only_administrators_make_links() {
        as("supervisor")
                .post("/api/v1/accounts/" + account + "/password-resets")
                .then()
                .statusCode(403);
        as("admin")
                .post("/api/v1/accounts/" + UUID.randomUUID() + "/password-resets")
                .then()
                .statusCode(404);
    }

    private String ask() {
        String link = as("admin")
                .post("/api/v1/accounts/" + account + "/password-resets")
                .then()
                .statusCode(201)
                .extract()
                .path("link");
        assertThat(link).matches("http://localhost:8080/p/hp_[A-Za-z0-9_-]{43}");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private ValidatableResponse change(String present, String another) {
        String token = signIn(username, PASSWORD).extract().path("accessToken");
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", present, "newPassword", another))
                .post("/api/v1/auth/password")
                .then();
    }

    private static ValidatableResponse choose(String token, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("password", password))
                .post("/api/v1/password-resets/" + token)
                .then();
    }
}
