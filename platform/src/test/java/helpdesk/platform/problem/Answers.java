package helpdesk.platform.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Tokens;
import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;

/** Requests to the notes, and what holds for every problem that answers them. */
public final class Answers {

    public static final String NOTES = "/api/v1/notes";

    /** Printing a body prettily takes all memory when it is nested 100,000 deep. */
    private static final RestAssuredConfig PLAIN =
            RestAssuredConfig.config().logConfig(LogConfig.logConfig().enablePrettyPrinting(false));

    private Answers() {}

    public static RequestSpecification agent() {
        return given().config(PLAIN).auth().oauth2(Tokens.of("agent")).urlEncodingEnabled(false);
    }

    public static Response post(String path, Object body) {
        return agent().contentType("application/json").body(body).post(path);
    }

    /** Checks the answer. Not by rest-assured, which prints the whole body of a request that disappoints. */
    public static JsonPath problem(Response answer, int status, String code) {
        String body = answer.asString();
        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(body)
                .doesNotContain("helpdesk.platform", "java.", "jakarta", "jackson", "Exception", "select ", "SQL");
        JsonPath problem = answer.jsonPath();
        assertThat(problem.getString("code")).as(body).isEqualTo(code);
        assertThat(problem.getString("type")).isEqualTo("urn:helpdesk:problem:" + code);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("instance")).startsWith("/");
        assertThat(problem.getString("requestId")).isNotBlank().isEqualTo(answer.header("X-Request-Id"));
        return problem;
    }

    /** What the problem says is at fault. */
    public static List<String> pointers(JsonPath problem) {
        return problem.getList("errors.pointer", String.class);
    }
}
