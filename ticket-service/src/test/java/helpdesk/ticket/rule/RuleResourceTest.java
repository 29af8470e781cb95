package helpdesk.ticket.rule;

import static helpdesk.ticket.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
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
class RuleResourceTest {

    private final String tag = "rule-" + UUID.randomUUID();

    @Test
    void what_is_made_is_read_changed_in_part_and_removed() {
        UUID agent = Given.agent();
        Map<String, Object> body = Rules.trigger(
                tag,
                List.of("opened", "changed"),
                List.of(
                        Map.of(
                                "any",
                                List.of(
                                        Map.of("text", "subject", "contains", List.of("refund")),
                                        Map.of("none", List.of(Map.of("field", "assignee", "present", true))))),
                        Map.of("changed", "priority", "to", List.of("urgent")),
                        Map.of("since", "opened", "atLeast", "PT1H")),
                List.of(
                        Map.of("set", Map.of("assignee", agent, "priority", "high", "addTags", List.of("seen"))),
                        Map.of(
                                "notify",
                                Map.of(
                                        "to",
                                        List.of("assignee", "group"),
                                        "emails",
                                        List.of("boss@example.org"),
                                        "subject",
                                        "{{ticket.number}}",
                                        "body",
                                        "Look at {{ticket.subject}}.")),
                        Map.of("escalate", "It presses."),
                        Map.of("signal", "crm.refund-asked")));
        Response made = Rules.post(body);

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        String id = made.jsonPath().getString("id");
        assertThat(made.header("Location")).endsWith("/api/v1/rules/" + id);
        JsonPath read = Rules.read(id);
        assertThat(read.getString("actions[0].set.assignee")).isEqualTo(agent.toString());
        assertThat(read.getString("actions[1].notify.subject")).isEqualTo("{{ticket.number}}");
        assertThat(read.getString("actions[2].escalate")).isEqualTo("It presses.");
        assertThat(read.getString("conditions[3].atLeast")).isEqualTo("PT1H");
        assertThat(read.getList("on")).containsExactlyInAnyOrder("opened", "changed");
        assertThat(read.getMap("$")).doesNotContainKey("lastError");
        Response changed = Rules.change(id, Map.of("active", false, "position", 5));
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(Rules.change(id, Map.of("active", false)).header("ETag")).isEqualTo("\"1\"");
        assertThat(Api.get("/rules?limit=100").jsonPath().getList("items.id")).contains(id);
        Rules.remove(id);
        assertProblem(Api.get("/rules/" + id), 404, "rule-not-found");
    }

    @Test
    void a_name_is_given_once_and_a_kind_never_changes() {
        Map<String, Object> body = Rules.automation(tag, "opened", "PT1H", List.of(Map.of("escalate", "Late.")));
        String id = Rules.made(body);

        assertProblem(Rules.post(body), 409, "name-taken", "/name");
        assertProblem(
                Rules.change(id, Map.of("kind", "trigger", "on", List.of("opened"))), 400, "invalid-request", "/kind");
        Rules.remove(id);
    }

    static Stream<Arguments> faults() {
        Object fine = Map.of("escalate", "Late.");
        return Stream.of(
                Arguments.of("kind", null, "/kind"),
                Arguments.of("kind", "wish", "/kind"),
                Arguments.of("name", null, "/name"),
                Arguments.of("position", -1, "/position"),
                Arguments.of("on", null, "/on"),
                Arguments.of("on", List.of("sung"), "/on/0"),
                Arguments.of("on", Collections.singletonList(null), "/on"),
                Arguments.of("conditions", List.of(Map.of("changed", "mood")), "/conditions/0/changed"),
                Arguments.of(
                        "conditions",
                        List.of(Map.of("changed", "status", "to", List.of("lost"))),
                        "/conditions/0/to/0"),
                Arguments.of(
                        "conditions", List.of(Map.of("since", "opened", "atLeast", "PT0S")), "/conditions/0/atLeast"),
                Arguments.of(
                        "conditions", List.of(Map.of("since", "opened", "atLeast", "soon")), "/conditions/0/atLeast"),
                Arguments.of(
                        "conditions",
                        List.of(Map.of("text", "subject", "contains", List.of())),
                        "/conditions/0/contains"),
                Arguments.of("actions", null, "/actions"),
                Arguments.of("actions", List.of(), "/actions"),
                Arguments.of("actions", List.of(Map.of("dance", true)), "/actions/0"),
                Arguments.of("actions", Collections.nCopies(11, fine), "/actions"),
                Arguments.of("actions", List.of(Map.of("set", Map.of())), "/actions/0/set"),
                Arguments.of("actions", List.of(Rules.set("assignee", "me")), "/actions/0/set/assignee"),
                Arguments.of("actions", List.of(Rules.set("priority", "extreme")), "/actions/0/set/priority"),
                Arguments.of("actions", List.of(fine, Map.of("signal", "Not so!")), "/actions/1/signal"),
                Arguments.of("actions", List.of(notice("to", null)), "/actions/0/notify/to"),
                Arguments.of("actions", List.of(notice("subject", null)), "/actions/0/notify/subject"),
                Arguments.of("actions", List.of(notice("body", "{{boss.name}}")), "/actions/0/notify/body"),
                Arguments.of("actions", List.of(notice("emails", List.of("nobody"))), "/actions/0/notify/emails/0"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void what_is_wrong_is_named(String field, Object value, String pointer) {
        Map<String, Object> body =
                Rules.trigger(tag, List.of("opened"), List.of(), List.of(Map.of("escalate", "Late.")));
        body.put(field, value);

        Response answer = Rules.post(body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .as(answer.asString())
                .containsExactly(pointer);
    }

    @Test
    void an_automation_waits_for_time_and_for_nothing_else() {
        Map<String, Object> timeless = Rules.automation(tag, "opened", "PT1H", List.of(Map.of("escalate", "Late.")));
        timeless.put("conditions", List.of(Map.of("field", "status", "in", List.of("pending"))));
        assertProblem(Rules.post(timeless), 400, "invalid-request", "/conditions");

        Map<String, Object> triggered = Rules.automation(tag, "opened", "PT1H", List.of(Map.of("escalate", "Late.")));
        triggered.put("on", List.of("opened"));
        assertProblem(Rules.post(triggered), 400, "invalid-request", "/on");

        Map<String, Object> changed = Rules.automation(tag, "opened", "PT1H", List.of(Map.of("escalate", "Late.")));
        changed.put("conditions", List.of(Map.of("since", "opened", "atLeast", "PT1H"), Map.of("changed", "priority")));
        assertProblem(Rules.post(changed), 400, "invalid-request", "/conditions/1");
    }

    @Test
    void what_does_not_exist_is_not_set() {
        assertProblem(
                Rules.post(Rules.trigger(
                        tag, List.of("opened"), List.of(), List.of(Rules.set("assignee", UUID.randomUUID())))),
                422,
                "unknown-agent",
                "/actions/0/set/assignee");
    }

    @Test
    void policies_and_queues_do_not_ask_who_has_a_ticket() {
        Map<String, Object> queue = Map.of(
                "name",
                "Queue " + UUID.randomUUID(),
                "conditions",
                List.of(Map.of("field", "assignee", "present", false)));

        assertProblem(
                Api.post(Tokens.of("supervisor"), "/routing-queues", queue),
                400,
                "invalid-request",
                "/conditions/0/field");
    }

    private static Map<String, Object> notice(String field, Object value) {
        Map<String, Object> notice = new HashMap<>();
        notice.put("to", List.of("assignee"));
        notice.put("subject", "Look");
        notice.put("body", "Look at it.");
        notice.put(field, value);
        return Map.of("notify", notice);
    }
}
