package helpdesk.gateway.account;

import static helpdesk.gateway.Gateway.PASSWORD;
import static helpdesk.gateway.Gateway.as;
import static helpdesk.gateway.Gateway.createAccount;
import static helpdesk.gateway.Gateway.signIn;
import static helpdesk.gateway.Gateway.someUsername;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import helpdesk.gateway.Gateway;
import helpdesk.platform.http.MergePatch;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class AccountResourceTest {

    @Test
    void an_account_is_made_shown_and_listed_without_its_password() {
        String username = someUsername();
        Response created = createAccount(username.toUpperCase(java.util.Locale.ROOT), "supervisor", "agent")
                .header("Location", startsWith("/api/v1/accounts/"))
                .header("ETag", "\"0\"")
                .body("username", equalTo(username))
                .body("roles", contains("agent", "supervisor"))
                .body("active", equalTo(true))
                .body("createdAt", notNullValue())
                .extract()
                .response();
        String id = created.path("id");
        Response shown = as("admin").get("/api/v1/accounts/" + id);
        assertThat(shown.path("username").toString()).isEqualTo(username);
        assertThat(created.asString() + shown.asString()).doesNotContain("argon2", PASSWORD, "password");
        assertThat(allUsernames()).contains(username, "admin").isSorted();
    }

    @Test
    void only_administrators_manage_accounts() {
        for (String role : List.of("agent", "supervisor", "integration", "customer")) {
            as(role).get("/api/v1/accounts").then().statusCode(403);
            as(role).contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/v1/accounts")
                    .then()
                    .statusCode(403);
        }
        given().get("/api/v1/accounts").then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @Test
    void a_username_is_taken_once_in_whatever_case() {
        String username = someUsername();
        createAccount(username, "agent");
        post(Map.of(
                        "username",
                        username.toUpperCase(java.util.Locale.ROOT),
                        "password",
                        PASSWORD,
                        "displayName",
                        "Another",
                        "roles",
                        List.of("agent")))
                .statusCode(409)
                .body("code", equalTo("username-taken"))
                .body("errors.pointer", hasItem("/username"));
    }

    @Test
    void faults_are_named() {
        post(Map.of(
                        "username", "no blanks!",
                        "password", "short",
                        "displayName", " ",
                        "email", "nobody",
                        "roles", List.of("agent", "king")))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/displayName", "/email", "/password", "/roles/1", "/username"));
        post(Map.of("username", someUsername(), "password", PASSWORD, "displayName", "A", "roles", List.of()))
                .statusCode(400)
                .body("errors.pointer", contains("/roles"));
        post(Map.of("id", UUID.randomUUID().toString())).statusCode(400).body("code", equalTo("unknown-field"));
    }

    @Test
    void the_same_request_sent_twice_with_a_key_makes_one_account() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of(
                "username", someUsername(), "password", PASSWORD, "displayName", "Twice", "roles", List.of("agent"));
        String first = as("admin")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/accounts")
                .path("id");
        assertThat(first).isNotNull();
        // Another administrator is another principal, to whom the key means nothing.
        post(body).statusCode(409);
    }

    @Test
    void another_password_makes_it_another_request() {
        RequestSpecification admin = as("admin")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON);
        String username = someUsername();
        for (Map.Entry<String, Integer> attempt :
                List.of(Map.entry(PASSWORD, 201), Map.entry(PASSWORD, 201), Map.entry("another long password", 422))) {
            admin.body(Map.of(
                            "username",
                            username,
                            "password",
                            attempt.getKey(),
                            "displayName",
                            "Twice",
                            "roles",
                            List.of("agent")))
                    .post("/api/v1/accounts")
                    .then()
                    .statusCode(attempt.getValue());
        }
    }

    @Test
    void a_change_needs_the_version_and_counts_it() {
        String id = createAccount(someUsername(), "agent").extract().path("id");
        patch(id, null, Map.of("displayName", "New")).statusCode(428);
        patch(id, "\"7\"", Map.of("displayName", "New")).statusCode(412);
        patch(id, "\"0\"", Map.of("displayName", "New", "email", "New@Example.org"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("displayName", equalTo("New"))
                .body("email", equalTo("new@example.org"));
        patch(id, "\"1\"", Map.of("username", "other")).statusCode(400).body("errors.pointer", contains("/username"));
        patch(id, "\"1\"", Map.of("roles", List.of())).statusCode(400).body("errors.pointer", contains("/roles"));
        patch(UUID.randomUUID().toString(), "\"0\"", Map.of("displayName", "New"))
                .statusCode(404);
    }

    @Test
    void a_new_password_opens_and_the_old_one_does_not() {
        String username = someUsername();
        String id = createAccount(username, "agent").extract().path("id");
        patch(id, "\"0\"", Map.of("password", "another long password")).statusCode(200);
        signIn(username, "another long password").statusCode(200);
        signIn(username, PASSWORD).statusCode(401);
    }

    @Test
    void a_deactivated_account_cannot_sign_in_until_it_is_activated_again() {
        String username = someUsername();
        String id = createAccount(username, "agent").extract().path("id");
        patch(id, "\"0\"", Map.of("active", false)).statusCode(200).body("active", equalTo(false));
        signIn(username, PASSWORD).statusCode(401).body("code", equalTo("invalid-credentials"));
        patch(id, "\"1\"", Map.of("active", true)).statusCode(200);
        signIn(username, PASSWORD).statusCode(200);
    }

    @Test
    void the_last_active_administrator_stays_one() {
        String second = createAccount(someUsername(), "admin").extract().path("id");
        List<Map<String, Object>> others = administratorsBut(second);
        others.forEach(other -> setRoles(other, List.of("agent")).statusCode(200));
        try {
            patch(second, "\"0\"", Map.of("active", false)).statusCode(409).body("code", equalTo("last-administrator"));
            patch(second, "\"0\"", Map.of("roles", List.of("agent"))).statusCode(409);
        } finally {
            others.forEach(
                    other -> setRoles(one(other.get("id")), List.of("admin")).statusCode(200));
        }
        patch(second, "\"0\"", Map.of("active", false)).statusCode(200);
    }

    @Test
    void pages_follow_each_other_by_username() {
        createAccount(someUsername(), "agent");
        Response first = as("admin").queryParam("limit", 1).get("/api/v1/accounts");
        String next = first.path("next");
        assertThat(first.header("Link")).contains("rel=\"next\"");
        as("admin")
                .queryParam("limit", 1)
                .queryParam("after", next)
                .get("/api/v1/accounts")
                .then()
                .statusCode(200)
                .body("items[0].username", not(equalTo(first.path("items[0].username"))));
        as("admin")
                .queryParam("after", next + "x")
                .get("/api/v1/accounts")
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse post(Map<String, Object> body) {
        return as("admin")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/accounts")
                .then();
    }

    private static ValidatableResponse patch(String id, String ifMatch, Map<String, Object> change) {
        var request =
                as("admin").contentType(MergePatch.MEDIA_TYPE).body(new io.vertx.core.json.JsonObject(change).encode());
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.patch("/api/v1/accounts/" + id).then();
    }

    private static ValidatableResponse setRoles(Map<String, Object> account, List<String> roles) {
        return patch(account.get("id").toString(), "\"" + account.get("version") + "\"", Map.of("roles", roles));
    }

    private static Map<String, Object> one(Object id) {
        return as("admin").get("/api/v1/accounts/" + id).jsonPath().getMap("");
    }

    private static List<Map<String, Object>> administratorsBut(String id) {
        return all().stream()
                .filter(account -> !id.equals(account.get("id")))
                .filter(account -> (boolean) account.get("active"))
                .filter(account -> ((List<?>) account.get("roles")).contains("admin"))
                .toList();
    }

    private static List<String> allUsernames() {
        return all().stream().map(account -> account.get("username").toString()).toList();
    }

    private static List<Map<String, Object>> all() {
        List<Map<String, Object>> all = new java.util.ArrayList<>();
        String after = "";
        while (after != null) {
            Response page = as("admin")
                    .queryParam("limit", 100)
                    .queryParam("after", after)
                    .get("/api/v1/accounts");
            all.addAll(page.jsonPath().getList("items"));
            after = page.path("next");
        }
        return all;
    }
}
