package helpdesk.e2e;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The public API through the gateway, as one principal uses it. */
final class Api {

    static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String url;
    private final String token;

    private Api(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Somebody without an account. */
    static Api anonymous(RunningStack stack) {
        return new Api("http://localhost:" + stack.port(), null);
    }

    static Api admin(RunningStack stack) {
        return anonymous(stack).as("admin", RunningStack.ADMIN_PASSWORD);
    }

    /** The bearer of this token or API key. */
    Api bearing(String credential) {
        return new Api(url, credential);
    }

    /** The same at another gateway. */
    Api at(int port) {
        return new Api("http://localhost:" + port, token);
    }

    Api as(String username, String password) {
        return bearing(json(200, post("/api/v1/auth/token", Map.of("username", username, "password", password)))
                .getString("accessToken"));
    }

    Response get(String path, Object... parameters) {
        return request().get(url + path, parameters);
    }

    Response post(String path, Object body, Object... parameters) {
        return request().contentType("application/json").body(body).post(url + path, parameters);
    }

    Response postOnce(String path, Object body, String key) {
        return request()
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(url + path);
    }

    Response postAs(String contentType, String path, Object body) {
        return request().contentType(contentType).body(body).post(url + path);
    }

    Response postFile(String path, byte[] file) {
        return request().contentType("application/octet-stream").body(file).post(url + path);
    }

    /** An empty object of this type; without one, no body. */
    Response send(String method, String path, String contentType) {
        RequestSpecification request = request().header("If-Match", "\"0\"");
        return (contentType == null
                        ? request
                        : request.contentType(contentType).body("{}".getBytes(StandardCharsets.UTF_8)))
                .request(method, url + path);
    }

    /** Reads the object, and changes the version that was read. */
    Response patch(String path, Object body) {
        String version = get(path).then().statusCode(200).extract().header("ETag");
        return request()
                .contentType("application/merge-patch+json")
                .header("If-Match", version)
                .body(body)
                .patch(url + path);
    }

    /** The body of an answer that must have this status. */
    static JsonPath json(int status, Response response) {
        return response.then().statusCode(status).extract().jsonPath();
    }

    /** Reads until what is read fits. */
    JsonPath await(String what, String path, Predicate<JsonPath> fits) {
        return await(PATIENCE, what, path, fits);
    }

    /** The same for what takes its time. */
    JsonPath await(Duration patience, String what, String path, Predicate<JsonPath> fits) {
        Callable<JsonPath> read = () -> {
            Response response = get(path);
            return response.statusCode() == 200 ? response.jsonPath() : null;
        };
        return Awaitility.await(what)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .until(read, body -> body != null && fits.test(body));
    }

    /** An agent's account with a new name, and what that agent can do. */
    Agent hire(String displayName) {
        return hire(displayName, "agent");
    }

    /** The same with another role. */
    Agent hire(String displayName, String role) {
        String username = "agent-" + UUID.randomUUID().toString().substring(0, 8);
        String password = "pass-" + UUID.randomUUID();
        String id = json(
                        201,
                        post(
                                "/api/v1/accounts",
                                Map.of(
                                        "username", username,
                                        "password", password,
                                        "displayName", displayName,
                                        "email", username + "@example.com",
                                        "roles", java.util.List.of(role))))
                .getString("id");
        await("the agent has a profile", "/api/v1/agents/" + id, body -> true);
        return new Agent(UUID.fromString(id), displayName, as(username, password));
    }

    record Agent(UUID id, String name, Api api) {}

    private RequestSpecification request() {
        RequestSpecification request = given().redirects().follow(false).urlEncodingEnabled(false);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
