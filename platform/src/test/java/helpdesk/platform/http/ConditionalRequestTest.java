package helpdesk.platform.http;

import static helpdesk.platform.problem.Answers.NOTES;
import static helpdesk.platform.problem.Answers.agent;
import static helpdesk.platform.problem.Answers.pointers;
import static helpdesk.platform.problem.Answers.post;
import static helpdesk.platform.problem.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions over HTTP: {@code ETag}, {@code If-Match}, {@code If-None-Match}. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ConditionalRequestTest {

    @Test
    void what_was_created_says_where_it_is_and_which_version() {
        Response created = write();
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"0\"");
        assertThat(created.header("Location"))
                .endsWith(NOTES + "/" + created.jsonPath().getString("id"));
        assertThat(agent().get(created.header("Location")).header("ETag")).isEqualTo("\"0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "W/\"0\"", "\"7\", \"0\"", "*"})
    void who_has_the_current_version_gets_no_body(String known) {
        Response answer = agent().header("If-None-Match", known).get(path(write()));
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.asString()).isEmpty();
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void who_has_another_version_gets_the_body() {
        Response answer = agent().header("If-None-Match", "\"1\"").get(path(write()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "\"9\",\"0\"", "*"})
    void a_change_of_the_version_one_has_seen_is_made(String ifMatch) {
        Response answer = patch(path(write()), ifMatch, "{\"text\":\"b\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.jsonPath().getString("text")).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"0\"", "0", "nonsense", "\"", ","})
    void a_change_of_another_version_is_refused(String ifMatch) {
        problem(patch(path(write()), ifMatch, "{\"text\":\"b\"}"), 412, "precondition-failed");
    }

    @Test
    void a_change_without_a_version_is_refused() {
        Response answer = agent().contentType(MergePatch.MEDIA_TYPE).body("{}").patch(path(write()));
        assertThat(pointers(problem(answer, 428, "precondition-required"))).containsExactly("header:If-Match");
    }

    @Test
    void of_fifty_changes_of_one_version_one_is_made() throws Exception {
        String path = path(write());
        List<Callable<Integer>> changes = IntStream.range(0, 50)
                .<Callable<Integer>>mapToObj(i -> () ->
                        patch(path, "\"0\"", "{\"text\":\"change " + i + "\"}").statusCode())
                .toList();
        try (ExecutorService callers = Executors.newFixedThreadPool(10)) {
            List<Integer> statuses =
                    callers.invokeAll(changes).stream().map(Future::resultNow).toList();
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        }
        assertThat(agent().get(path).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void a_patch_of_what_is_unknown_or_cannot_be_written_is_refused_with_its_place() {
        String path = path(write());
        assertThat(pointers(problem(patch(path, "*", "{\"id\":\"x\"}"), 400, "unknown-field")))
                .containsExactly("/id");
        assertThat(pointers(problem(patch(path, "*", "{\"text\":null}"), 400, "invalid-request")))
                .containsExactly("/text");
        assertThat(pointers(problem(patch(path, "*", "{\"text\":7}"), 400, "invalid-request")))
                .containsExactly("/text");
        assertThat(pointers(problem(patch(path, "*", "{\"text\":\"\\u0000\"}"), 400, "invalid-request")))
                .containsExactly("/text");
        assertThat(pointers(problem(patch(path, "*", "[]"), 400, "invalid-request")))
                .containsExactly("");
        problem(patch(path, "*", "{\"text\":\"a\",\"text\":\"b\"}"), 400, "malformed-json");
        problem(patch(path, "*", "{\"text\":"), 400, "malformed-json");
        problem(patch(path, "*", "{} {}"), 400, "malformed-json");
        problem(patch(path, "*", "null"), 400, "invalid-request");
        problem(patch(path, "*", " "), 400, "invalid-request");
        assertThat(agent().get(path).header("ETag")).isEqualTo("\"0\"");
    }

    private static Response write() {
        return post(NOTES, "{\"text\":\"a\",\"custom\":{\"colour\":\"red\"}}");
    }

    private static String path(Response created) {
        return NOTES + "/" + created.jsonPath().getString("id");
    }

    private static Response patch(String path, String ifMatch, String body) {
        return agent().contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", ifMatch)
                .body(body)
                .patch(path);
    }
}
