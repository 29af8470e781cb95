package helpdesk.gateway;

import static io.restassured.RestAssured.given;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the gateway's tests have in common. */
public final class Gateway {

    /** The password of every account that tests make. */
    public static final String PASSWORD = "correct horse battery staple";

    private Gateway() {}

    /** The parts, and a password for the first administrator. */
    public static class Parts extends RealParts {
        @Override
        public Map<String, String> start() {
            Map<String, String> configuration = super.start();
            configuration.put("helpdesk.admin-password", PASSWORD);
            configuration.putAll(Backends.addresses());
            // All tests have one address.
            configuration.put("helpdesk.limit.enabled", "false");
            configuration.put("helpdesk.cors.origins", "https://desk.example.org, http://localhost:3000");
            return configuration;
        }
    }

    /** A request with a token of a new account that has these roles. */
    public static RequestSpecification as(String... roles) {
        return given().header("Authorization", "Bearer " + Tokens.of(roles));
    }

    /** A username nobody has yet. */
    public static String someUsername() {
        return "user-" + UUID.randomUUID();
    }

    /** Makes an account over HTTP. */
    public static ValidatableResponse createAccount(String username, String... roles) {
        return as("admin")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "username",
                        username,
                        "password",
                        PASSWORD,
                        "displayName",
                        "Mei Tanaka",
                        "roles",
                        List.of(roles)))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201);
    }

    /** Makes an API key over HTTP. */
    public static ValidatableResponse createApiKey(String... roles) {
        return as("admin")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Shop " + UUID.randomUUID(), "roles", List.of(roles)))
                .post("/api/v1/api-keys")
                .then()
                .statusCode(201);
    }

    /** Signs in over HTTP. */
    public static ValidatableResponse signIn(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/auth/token")
                .then();
    }
}
