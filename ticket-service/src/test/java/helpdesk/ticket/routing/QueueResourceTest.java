package helpdesk.ticket.routing;

import static helpdesk.ticket.Api.as;
import static helpdesk.ticket.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class QueueResourceTest {

    private static final String SUPERVISOR = Tokens.of("supervisor");
    private static final String PATH = "/routing-queues";

    @Test
    void what_is_made_is_read_changed_in_part_and_removed() {
        Map<String, Object> body = body();
        body.put("skills", List.of(Map.of("name", "fire", "level", 3), Map.of("name", "printers")));
        body.put("returnAfterMinutes", 15);
        Response made = Api.post(SUPERVISOR, PATH, body);

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        String id = made.jsonPath().getString("id");
        assertThat(made.header("Location")).endsWith("/api/v1" + PATH + "/" + id);
        JsonPath read = Api.get(PATH + "/" + id).jsonPath();
        assertThat(read.getList("skills.level")).containsExactly(3, 1);
        assertThat(read.getBoolean("active")).isTrue();
        assertThat(read.getBoolean("matchLanguage")).isTrue();
        Map<String, Object> changes = new HashMap<>();
        changes.put("returnAfterMinutes", null);
        changes.put("active", false);
        Response changed = Api.change(SUPERVISOR, PATH + "/" + id, changes);
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.jsonPath().getMap("$"))
                .doesNotContainKey("returnAfterMinutes")
                .containsEntry("active", false);
        assertThat(Api.get(PATH + "?limit=100").jsonPath().getList("items.id")).contains(id);
        assertProblem(as(SUPERVISOR).delete("/api/v1" + PATH + "/" + id), 428, "precondition-required");
        assertThat(as(SUPERVISOR)
                        .header("If-Match", "\"1\"")
                        .delete("/api/v1" + PATH + "/" + id)
                        .statusCode())
                .isEqualTo(204);
        assertProblem(Api.get(PATH + "/" + id), 404, "queue-not-found");
    }

    @Test
    void a_name_is_given_once() {
        Map<String, Object> body = body();
        Api.post(SUPERVISOR, PATH, body).then().statusCode(201);

        assertProblem(Api.post(SUPERVISOR, PATH, body), 409, "name-taken", "/name");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("name", null, "/name"),
                Arguments.of("position", 10_001, "/position"),
                Arguments.of("conditions", List.of(Map.of("field", "mood", "in", List.of("x"))), "/conditions/0/field"),
                Arguments.of("skills", List.of(Map.of("level", 3)), "/skills/0/name"),
                Arguments.of("skills", List.of(Map.of("name", "fire", "level", 6)), "/skills/0/level"),
                Arguments.of("skills", Collections.nCopies(11, Map.of("name", "fire")), "/skills"),
                Arguments.of("returnAfterMinutes", 0, "/returnAfterMinutes"),
                Arguments.of("matchLanguage", "yes", "/matchLanguage"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void what_is_wrong_is_named(String field, Object value, String pointer) {
        Map<String, Object> body = body();
        body.put(field, value);

        Response answer = Api.post(SUPERVISOR, PATH, body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly(pointer);
    }

    private static Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Queue " + UUID.randomUUID());
        // Nothing that other tests open.
        body.put(
                "conditions",
                List.of(Map.of("field", "tag", "in", List.of(UUID.randomUUID().toString()))));
        return body;
    }
}
