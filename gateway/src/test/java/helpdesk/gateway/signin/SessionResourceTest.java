package helpdesk.gateway.signin;

import static helpdesk.gateway.Gateway.PASSWORD;
import static helpdesk.gateway.Gateway.as;
import static helpdesk.gateway.Gateway.createAccount;
import static helpdesk.gateway.Gateway.someUsername;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.gateway.Gateway;
import helpdesk.testing.Database;
import helpdesk.testing.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who signed in stays so by tokens that are good once; who steals one ends the session. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class SessionResourceTest {

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
    void each_refresh_token_brings_the_next_one() {
        JsonPath first = signedIn();
        assertThat(first.getString("refreshToken")).matches("hr_[A-Za-z0-9_-]{43}");
        JsonPath second = refresh(first).statusCode(200).extract().jsonPath();
        assertThat(second.getString("refreshToken")).isNotEqualTo(first.getString("refreshToken"));
        assertThat(second.getInt("expiresIn")).isEqualTo(900);
        given().auth()
                .oauth2(second.getString("accessToken"))
                .get("/api/v1/auth/sessions")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].program", equalTo("a test"));
        refresh(second).statusCode(200);
        Gateway.signIn(username, PASSWORD).statusCode(200).body("refreshToken", nullValue());
    }

    @Test
    void a_token_that_comes_a_second_time_ends_the_session_of_both() {
        JsonPath first = signedIn();
        JsonPath second = refresh(first).statusCode(200).extract().jsonPath();
        clock.move(Duration.ofSeconds(11));

        refresh(first).statusCode(401).body("code", equalTo("invalid-refresh-token"));

        refresh(second).statusCode(401);
        as("admin")
                .queryParam("action", "refresh-token-reused")
                .queryParam("subject", "account:" + account)
                .get("/api/v1/audit-log")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void an_answer_that_was_lost_and_two_windows_at_once_end_nothing() throws Exception {
        JsonPath first = signedIn();
        try (ExecutorService windows = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> attempts = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> refresh(first).extract().statusCode())
                    .toList();
            for (Future<Integer> attempt : windows.invokeAll(attempts)) {
                assertThat(attempt.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_session_ends_unused_and_in_any_case() {
        JsonPath unused = signedIn();
        clock.move(Duration.ofDays(7).plusMinutes(1));
        refresh(unused).statusCode(401);
        clock.reset();

        JsonPath used = signedIn();
        for (int days = 6; days < 30; days += 6) {
            clock.reset();
            clock.move(Duration.ofDays(days));
            used = refresh(used).statusCode(200).extract().jsonPath();
        }
        clock.reset();
        clock.move(Duration.ofDays(30).plusMinutes(1));
        refresh(used).statusCode(401);
    }

    @Test
    void another_password_and_deactivation_end_sessions() {
        JsonPath session = signedIn();
        as("admin")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("password", "another password for Mei"))
                .patch("/api/v1/accounts/" + account)
                .then()
                .statusCode(200);
        refresh(session).statusCode(401);
    }

    @Test
    void who_signs_out_is_out_and_so_is_whom_one_ends() {
        JsonPath out = signedIn();
        JsonPath other = signedIn();
        JsonPath here = signedIn();
        post("/api/v1/auth/sign-out", out.getString("refreshToken")).statusCode(204);
        post("/api/v1/auth/sign-out", "hr_unknown").statusCode(204);
        refresh(out).statusCode(401);
        List<String> sessions = given().auth()
                .oauth2(here.getString("accessToken"))
                .get("/api/v1/auth/sessions")
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("items.id");
        given().auth()
                .oauth2(here.getString("accessToken"))
                .delete("/api/v1/auth/sessions/" + sessions.getLast())
                .then()
                .statusCode(204);
        refresh(other).statusCode(401);
        refresh(here).statusCode(200);
        as("agent")
                .delete("/api/v1/auth/sessions/" + sessions.getFirst())
                .then()
                .statusCode(404);
    }

    @Test
    void tokens_are_kept_as_hashes() {
        String token = signedIn().getString("refreshToken");
        assertThat(Database.count("refresh_token where encode(hash, 'escape') like '%' || ? || '%'", token))
                .isZero();
        post("/api/v1/auth/refresh", "").statusCode(400).body("errors[0].pointer", equalTo("/refreshToken"));
    }

    private JsonPath signedIn() {
        return given().contentType(ContentType.JSON)
                .header("User-Agent", "a test")
                .body(Map.of("username", username, "password", PASSWORD, "refresh", true))
                .post("/api/v1/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse refresh(JsonPath tokens) {
        return post("/api/v1/auth/refresh", tokens.getString("refreshToken"));
    }

    private static ValidatableResponse post(String path, String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", token))
                .post(path)
                .then();
    }
}
