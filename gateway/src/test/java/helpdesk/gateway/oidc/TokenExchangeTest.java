package helpdesk.gateway.oidc;

import static helpdesk.gateway.Gateway.PASSWORD;
import static helpdesk.gateway.Gateway.as;
import static helpdesk.gateway.Gateway.createAccount;
import static helpdesk.gateway.Gateway.signIn;
import static helpdesk.gateway.oidc.ForeignSide.KEYS;
import static helpdesk.gateway.oidc.ForeignSide.KID;
import static helpdesk.gateway.oidc.ForeignSide.address;
import static helpdesk.gateway.oidc.ForeignSide.claims;
import static helpdesk.gateway.oidc.ForeignSide.exchange;
import static helpdesk.gateway.oidc.ForeignSide.sign;
import static helpdesk.gateway.oidc.ForeignSide.someSubject;
import static helpdesk.gateway.oidc.ForeignSide.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import helpdesk.gateway.Gateway;
import helpdesk.testing.Database;
import helpdesk.testing.Forgeries;
import helpdesk.testing.Forgery;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who signed in at another issuer gets a token of ours, with the roles that are mapped, and an account. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
@WithTestResource(IssuerServer.class)
class TokenExchangeTest {

    private final String subject = someSubject();

    @BeforeEach
    void publish() {
        ForeignSide.publish("good", ForeignSide.jwk(KEYS, KID));
        forgetFailures();
    }

    @AfterEach
    void forgetFailures() {
        Database.execute("delete from sign_in_attempt");
    }

    @Test
    void who_comes_for_the_first_time_gets_an_account_and_finds_it_again() {
        ValidatableResponse answer = exchange(sign(claims("good", subject)))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("issued_token_type", equalTo("urn:ietf:params:oauth:token-type:access_token"))
                .body("expires_in", equalTo(900));
        JsonPath ours = JsonPath.from(new String(
                Base64.getUrlDecoder()
                        .decode(answer.extract().<String>path("access_token").split("\\.")[1]),
                StandardCharsets.UTF_8));
        assertThat(ours.getString("iss")).isEqualTo("helpdesk");
        assertThat(ours.getList("groups")).isEqualTo(List.of("agent"));
        String account = ours.getString("sub");
        as("admin")
                .get("/api/v1/accounts/" + account)
                .then()
                .statusCode(200)
                .body("username", equalTo("noor-" + subject))
                .body("displayName", equalTo("Noor Haddad"))
                .body("email", equalTo(subject + "@example.org"))
                .body("roles", contains("agent"));
        assertThat(accountOf(exchange(sign(claims("good", subject))))).isEqualTo(account);
        as("admin")
                .queryParam("subject", "account:" + account)
                .get("/api/v1/audit-log")
                .then()
                .body("items.action", contains("signed-in", "signed-in", "account-created"))
                .body("items[2].detail", equalTo("agent, by " + address("good")));
        given().auth()
                .oauth2(answer.extract().path("access_token"))
                .get("/api/v1/events")
                .then()
                .statusCode(200);
    }

    @Test
    void a_forgery_is_not_believed() {
        List<Forgery> forgeries = Forgeries.of(
                KEYS.getPrivate(), (RSAPublicKey) KEYS.getPublic(), KID, claims("good", subject), "groups");
        for (Forgery forgery : forgeries) {
            int status = exchange(forgery.token()).extract().statusCode();
            assertThat(status).as(forgery.what()).isEqualTo(401);
            forgetFailures();
        }
        assertThat(Database.count("external_identity where subject = ?", subject))
                .isZero();
    }

    @Test
    void what_is_meant_for_others_or_made_up_is_not_believed() {
        Map<String, Object> claims = claims("good", subject);
        refused(with(claims, "aud", List.of("helpdesk-client", "shop")));
        refused(with(with(claims, "aud", List.of("helpdesk-client", "shop")), "azp", "shop"));
        refused(with(claims, "azp", "shop"));
        refused(with(claims, "azp", 7));
        refused(with(claims, "iat", null));
        refused(with(claims, "iat", (Long) claims.get("iat") + 3_600));
        refused(with(claims, "sub", ""));
        refused(with(claims, "sub", "x".repeat(256)));
        refused(with(claims, "sub", "a\u0000b"));
        refused(with(claims, "iss", address("good") + "/"));
        refused(with(claims, "iss", address("away/../good")));
        // Signed by the keys of one issuer, and pretending to be of another that is configured, too.
        ForeignSide.publish("other", ForeignSide.jwk(ForeignSide.rsa(), KID));
        refused(with(claims, "iss", address("other")));
        exchange(Forgeries.genuine(KEYS.getPrivate(), "other-kid", claims)).statusCode(401);
        exchange(signIn("admin", PASSWORD).extract().path("accessToken")).statusCode(401);
        exchange(sign(with(with(claims, "aud", List.of("helpdesk-client", "shop")), "azp", "helpdesk-client")))
                .statusCode(200);
    }

    @Test
    void nobody_gets_a_role_that_is_not_mapped() {
        Map<String, Object> claims = claims("good", subject);
        for (Object groups : new Object[] {
            null,
            List.of(),
            List.of("admin", "agent", "supervisor"),
            "everybody",
            Map.of("desk-admins", true),
            7,
            List.of(1, 2)
        }) {
            exchange(sign(with(claims, "groups", groups))).statusCode(403).body("code", equalTo("no-role"));
        }
        assertThat(Database.count("external_identity where subject = ?", subject))
                .isZero();
        as("admin")
                .queryParam("action", "sign-in-failed")
                .get("/api/v1/audit-log")
                .then()
                .body("items[0].detail", equalTo("no role, by " + address("good")));
        assertThat(rolesOf(sign(with(claims, "groups", "desk-leads desk-agents"))))
                .containsExactly("agent", "supervisor");
    }

    @Test
    void the_issuer_decides_on_roles_and_tokens_of_others_end() {
        String first = exchange(sign(claims("good", subject))).extract().path("access_token");
        assertThat(rolesOf(sign(with(claims("good", subject), "groups", List.of("desk-leads")))))
                .containsExactly("supervisor");
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> given().auth().oauth2(first).get("/api/v1/events").statusCode() == 401);
        exchange(sign(with(claims("good", subject), "groups", List.of("everybody"))))
                .statusCode(403);
    }

    @Test
    void an_account_that_is_switched_off_here_stays_so() {
        String account = accountOf(exchange(sign(claims("good", subject))));
        as("admin")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"active\":false}")
                .patch("/api/v1/accounts/" + account)
                .then()
                .statusCode(200);
        exchange(sign(claims("good", subject))).statusCode(403).body("code", equalTo("forbidden"));
        as("admin").get("/api/v1/accounts/" + account).then().body("active", equalTo(false));
    }

    @Test
    void an_account_here_is_never_taken_over_by_its_name() {
        String username = Gateway.someUsername();
        String own = createAccount(username, "admin").extract().path("id");
        Map<String, Object> claims = with(claims("good", subject), "preferred_username", username);
        String theirs = accountOf(exchange(sign(claims)));
        assertThat(theirs).isNotEqualTo(own);
        as("admin")
                .get("/api/v1/accounts/" + theirs)
                .then()
                .body("username", startsWith(username + "-"))
                .body("roles", contains("agent"));
        signIn(username, PASSWORD).statusCode(200);
    }

    @Test
    void what_cannot_be_stored_is_left_out() {
        Map<String, Object> claims = claims("good", subject);
        claims.put("preferred_username", "Noor Haddad <script>");
        claims.put("name", "\u0000\n ");
        claims.put("email", "not an address");
        String account = accountOf(exchange(sign(claims)));
        as("admin")
                .get("/api/v1/accounts/" + account)
                .then()
                .body("username", startsWith("user-"))
                .body("displayName", startsWith("user-"))
                .body("$", not(hasKey("email")));
        claims.put("email", "somebody-else@example.org");
        claims.put("email_verified", false);
        exchange(sign(claims)).statusCode(200);
        as("admin").get("/api/v1/accounts/" + account).then().body("$", not(hasKey("email")));
    }

    @Test
    void two_windows_at_once_make_one_account() throws Exception {
        String token = sign(claims("good", subject));
        try (ExecutorService windows = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> attempts = IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> exchange(token).extract().statusCode())
                    .toList();
            assertThat(windows.invokeAll(attempts).stream().map(Future::resultNow))
                    .containsOnly(200);
        }
        assertThat(Database.count("external_identity where subject = ?", subject))
                .isEqualTo(1);
        as("admin")
                .queryParam("action", "account-created")
                .queryParam("limit", 1)
                .get("/api/v1/audit-log")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void the_form_is_as_the_standard_has_it() {
        post(Map.of()).statusCode(400).body("errors[0].pointer", equalTo("/grant_type"));
        String grant = "urn:ietf:params:oauth:grant-type:token-exchange";
        post(Map.of("grant_type", grant)).statusCode(400).body("errors[0].pointer", equalTo("/subject_token_type"));
        String type = "urn:ietf:params:oauth:token-type:jwt";
        post(Map.of("grant_type", grant, "subject_token_type", type))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/subject_token"));
        post(Map.of("grant_type", grant, "subject_token_type", type, "subject_token", "x", "scope", "all"))
                .statusCode(400)
                .body("code", equalTo("unknown-field"));
        post(Map.of("grant_type", grant, "subject_token_type", type, "subject_token", "x".repeat(12_001)))
                .statusCode(400);
        post(Map.of("grant_type", grant, "subject_token_type", type, "subject_token", "nonsense"))
                .statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/auth/exchange")
                .then()
                .statusCode(415);
    }

    @Test
    void who_tries_token_after_token_has_to_wait() {
        ValidatableResponse last = null;
        for (int i = 0; i < 60; i++) {
            last = exchange("nonsense");
        }
        last.statusCode(429).body("code", equalTo("too-many-attempts"));
        forgetFailures();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> exchange("nonsense").extract().statusCode() == 401);
    }

    private static void refused(Map<String, Object> claims) {
        exchange(sign(claims)).statusCode(401).body("code", equalTo("invalid-subject-token"));
    }

    private static ValidatableResponse post(Map<String, String> fields) {
        return given().contentType("application/x-www-form-urlencoded")
                .formParams(fields)
                .post("/api/v1/auth/exchange")
                .then();
    }

    private static String accountOf(ValidatableResponse answer) {
        String token = answer.statusCode(200).extract().path("access_token");
        return Forgeries.claimsOf(token).get("sub").toString();
    }

    private static List<String> rolesOf(String token) {
        String ours = exchange(token).statusCode(200).extract().path("access_token");
        return ((List<?>) Forgeries.claimsOf(ours).get("groups"))
                .stream().map(Object::toString).sorted().toList();
    }
}
