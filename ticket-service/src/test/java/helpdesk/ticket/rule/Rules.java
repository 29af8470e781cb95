package helpdesk.ticket.rule;

import static helpdesk.ticket.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rules as tests make them: each for tickets with a tag of its own, so that none meddles with the tickets of others. */
final class Rules {

    static final String PATH = "/rules";

    private static final String SUPERVISOR = Tokens.of("supervisor");

    private Rules() {}

    static Map<String, Object> trigger(String tag, List<String> on, List<?> conditions, List<?> actions) {
        Map<String, Object> body = body(tag, conditions, actions);
        body.put("kind", "trigger");
        body.put("on", on);
        return body;
    }

    static Map<String, Object> automation(String tag, String since, String atLeast, List<?> actions) {
        Map<String, Object> body = body(tag, List.of(Map.of("since", since, "atLeast", atLeast)), actions);
        body.put("kind", "automation");
        return body;
    }

    private static Map<String, Object> body(String tag, List<?> conditions, List<?> actions) {
        List<Object> all = new ArrayList<>(List.of(Map.of("field", "tag", "in", List.of(tag))));
        all.addAll(conditions);
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Rule " + UUID.randomUUID());
        body.put("conditions", all);
        body.put("actions", actions);
        return body;
    }

    static Map<String, Object> set(String field, Object value) {
        return Map.of("set", Map.of(field, value));
    }

    static Response post(Object body) {
        return Api.post(SUPERVISOR, PATH, body);
    }

    /** Makes a rule and gives its id. */
    static String made(Object body) {
        Response answer = post(body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getString("id");
    }

    static JsonPath read(String id) {
        return Api.get(PATH + "/" + id).jsonPath();
    }

    static Response change(String id, Object changes) {
        return Api.change(SUPERVISOR, PATH + "/" + id, changes);
    }

    static void remove(String id) {
        assertThat(as(SUPERVISOR)
                        .header("If-Match", "*")
                        .delete("/api/v1" + PATH + "/" + id)
                        .statusCode())
                .isEqualTo(204);
    }

    static Response dryRun(Object request) {
        return Api.post(SUPERVISOR, PATH + "/dry-runs", request);
    }

    /** Lines of a ticket's history that rules wrote. */
    static List<Map<String, Object>> written(String ticket) {
        List<Map<String, Object>> lines =
                Api.get("/tickets/" + ticket + "/history?limit=100").jsonPath().getList("items");
        return lines.stream().filter(line -> line.containsKey("ruleId")).toList();
    }
}
