package helpdesk.ticket.servicelevel;

import static helpdesk.ticket.Api.as;
import static helpdesk.ticket.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class PolicyResourceTest {

    private static final String PATH = "/service-level-policies";
    private static final Map<String, Object> TARGET = Policies.target("resolution", 2, 4);

    private static String calendar;

    @BeforeEach
    void calendar() {
        calendar = calendar == null ? Policies.always() : calendar;
    }

    @Test
    void one_is_there_from_the_start_and_stays_last() {
        Policies.policy(body());
        JsonPath fallback = fallback();

        assertThat(fallback.getString("name")).isEqualTo("Standard");
        assertThat(fallback.getList("targets.metric"))
                .containsExactly("acknowledgement", "firstReply", "nextReply", "resolution");
        assertThat(fallback.getList("targets.goalSeconds")).containsExactly(30, 28_800, 28_800, 172_800);
        assertThat(fallback.getList("targets.promiseSeconds")).containsExactly(40, 36_000, 36_000, 259_200);
        assertThat(fallback.getList("targets.time")).containsExactly("calendar", "calendar", "calendar", "business");
        String path = PATH + "/" + fallback.getString("id");
        assertProblem(as(Policies.SUPERVISOR).header("If-Match", "*").delete("/api/v1" + path), 409, "policy-needed");
        assertProblem(
                Api.change(Policies.SUPERVISOR, path, Map.of("conditions", body().get("conditions"))),
                409,
                "policy-needed",
                "/conditions");
        assertThat(Api.change(Policies.SUPERVISOR, path, Map.of("position", 0)).statusCode())
                .isEqualTo(200);
        assertThat(fallback().getString("name"))
                .as("the last, whatever its position")
                .isEqualTo("Standard");
    }

    @Test
    void what_is_made_is_read_changed_in_part_and_removed() {
        Map<String, Object> body = body();
        body.put(
                "conditions",
                List.of(
                        Map.of("field", "tag", "in", List.of(Policies.tag())),
                        Map.of(
                                "any",
                                List.of(
                                        Map.of("field", "priority", "in", List.of("high", "urgent")),
                                        Map.of("none", List.of(Map.of("field", "category", "present", true))),
                                        Map.of(
                                                "all",
                                                List.of(
                                                        Map.of(
                                                                "field",
                                                                "customFields.plan",
                                                                "in",
                                                                List.of("gold"))))))));
        Response made = Api.post(Policies.SUPERVISOR, PATH, body);

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        String id = made.jsonPath().getString("id");
        assertThat(made.header("Location")).endsWith("/api/v1" + PATH + "/" + id);
        JsonPath read = Api.get(PATH + "/" + id).jsonPath();
        assertThat(read.getList("conditions")).isEqualTo(body.get("conditions"));
        assertThat(read.getString("targets[0].time")).isEqualTo("business");
        assertThat(read.getBoolean("pausesOnHold")).isFalse();

        Response changed = Api.change(
                Policies.SUPERVISOR,
                PATH + "/" + id,
                Map.of("pausesOnHold", true, "conditions", List.of(Map.of("field", "tier", "in", List.of("3")))));
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.jsonPath().getList("conditions.field")).containsExactly("tier");
        assertThat(changed.jsonPath().getList("targets")).hasSize(1);
        assertProblem(
                as(Policies.SUPERVISOR)
                        .contentType(Api.MERGE_PATCH)
                        .header("If-Match", "\"0\"")
                        .body(Map.of("position", 3))
                        .patch("/api/v1" + PATH + "/" + id),
                412,
                "precondition-failed");
        assertThat(as(Policies.SUPERVISOR)
                        .header("If-Match", "\"1\"")
                        .delete("/api/v1" + PATH + "/" + id)
                        .statusCode())
                .isEqualTo(204);
        assertProblem(Api.get(PATH + "/" + id), 404, "policy-not-found");
    }

    @Test
    void they_are_listed_in_the_order_in_which_they_are_asked() {
        for (int position : List.of(2, 0, 1)) {
            Map<String, Object> body = body();
            body.put("position", position);
            Policies.policy(body);
        }
        List<Integer> positions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = Api.get(PATH + "?limit=2" + next).jsonPath();
            positions.addAll(page.getList("items.findAll { !it.fallback }.position"));
            names.addAll(page.getList("items.name"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }

        assertThat(positions).hasSizeGreaterThanOrEqualTo(3).isSorted();
        assertThat(names).doesNotHaveDuplicates().last().isEqualTo("Standard");
    }

    @Test
    void a_name_is_given_once() {
        Map<String, Object> body = body();
        Policies.policy(body);

        assertProblem(Api.post(Policies.SUPERVISOR, PATH, body), 409, "name-taken", "/name");
    }

    @Test
    void a_calendar_that_a_policy_counts_by_stays_and_keeps_it_ending() {
        String used = Policies.calendar("UTC", "09:00", "17:00");
        Map<String, Object> body = body();
        body.put("calendarId", used);
        body.put("targets", List.of(Policies.target("resolution", 2_000, 4_000)));
        Policies.policy(body);

        assertProblem(
                as(Policies.SUPERVISOR).header("If-Match", "*").delete("/api/v1/calendars/" + used),
                409,
                "calendar-in-use");
        Map<String, Object> week = new HashMap<>();
        for (String day : List.of("tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")) {
            week.put(day, null);
        }
        week.put("monday", List.of(Map.of("from", "09:00", "to", "09:05")));
        assertProblem(
                Api.change(Policies.SUPERVISOR, "/calendars/" + used, Map.of("week", week)),
                400,
                "invalid-request",
                "/week");
        assertThat(Api.get("/calendars/" + used).jsonPath().getString("week.tuesday[0].from"))
                .isEqualTo("09:00");
        body.put("calendarId", UUID.randomUUID());
        body.put("name", "Another " + used);
        assertProblem(Api.post(Policies.SUPERVISOR, PATH, body), 422, "unknown-calendar", "/calendarId");
    }

    @Test
    void a_promise_that_no_hours_keep_is_refused() {
        Map<String, Object> monday = Map.of("monday", List.of(Map.of("from", "09:00", "to", "09:05")));
        String minutes = Api.post(
                        Policies.SUPERVISOR,
                        "/calendars",
                        Map.of("name", "Minutes " + UUID.randomUUID(), "timeZone", "UTC", "week", monday))
                .jsonPath()
                .getString("id");
        Map<String, Object> body = body();
        body.put("calendarId", minutes);
        body.put("targets", List.of(Policies.target("resolution", 2, 200)));

        assertProblem(Api.post(Policies.SUPERVISOR, PATH, body), 400, "invalid-request", "/calendarId");
        body.put("targets", List.of(Policies.target("resolution", 2, 4)));
        assertThat(Api.post(Policies.SUPERVISOR, PATH, body).statusCode()).isEqualTo(201);
    }

    static Stream<Arguments> faults() {
        Map<String, Object> is = Map.of("field", "tag", "in", List.of("x"));
        return Stream.of(
                Arguments.of("name", " ", "/name"),
                Arguments.of("name", null, "/name"),
                Arguments.of("position", -1, "/position"),
                Arguments.of("calendarId", null, "/calendarId"),
                Arguments.of("calendarId", "monday", "/calendarId"),
                Arguments.of("targets", null, "/targets"),
                Arguments.of("targets", List.of(), "/targets"),
                Arguments.of("targets", Collections.singletonList(null), "/targets/0"),
                Arguments.of("targets", List.of(target("metric", "speed")), "/targets/0/metric"),
                Arguments.of("targets", List.of(target("goalSeconds", 0)), "/targets/0/goalSeconds"),
                Arguments.of("targets", List.of(target("goalSeconds", 14_401)), "/targets/0/goalSeconds"),
                Arguments.of("targets", List.of(target("promiseSeconds", 31_622_401)), "/targets/0/promiseSeconds"),
                Arguments.of("targets", List.of(target("promiseSeconds", null)), "/targets/0/promiseSeconds"),
                Arguments.of("targets", List.of(target("time", "lunch")), "/targets/0/time"),
                Arguments.of("targets", List.of(target("escalatesAt", "noon")), "/targets/0/escalatesAt"),
                Arguments.of("targets", List.of(target("priorities", List.of("huge"))), "/targets/0/priorities/0"),
                Arguments.of("targets", List.of(TARGET, TARGET), "/targets/1/priorities"),
                Arguments.of(
                        "targets",
                        List.of(target("priorities", List.of("low", "high")), target("priorities", List.of("high"))),
                        "/targets/1/priorities"),
                Arguments.of("conditions", Map.of("all", List.of(is)), "/conditions"),
                Arguments.of("conditions", List.of(Map.of()), "/conditions/0"),
                Arguments.of("conditions", Collections.singletonList(null), "/conditions/0"),
                Arguments.of("conditions", List.of(Map.of("field", "mood", "in", List.of("x"))), "/conditions/0/field"),
                Arguments.of("conditions", List.of(Map.of("field", "tag", "in", List.of())), "/conditions/0/in"),
                Arguments.of(
                        "conditions",
                        List.of(Map.of("any", List.of(is, Map.of("field", "priority", "in", List.of("low", "huge"))))),
                        "/conditions/0/any/1/in/1"),
                Arguments.of("conditions", List.of(Map.of("any", List.of())), "/conditions/0/any"),
                Arguments.of("conditions", List.of(nested(5)), "/conditions/0/any/0/any/0/any/0/any/0/any"),
                Arguments.of("conditions", Collections.nCopies(21, is), "/conditions"),
                Arguments.of(
                        "conditions",
                        Collections.nCopies(6, Map.of("any", Collections.nCopies(20, is))),
                        "/conditions"),
                Arguments.of("colour", "green", "/colour"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void what_is_wrong_is_named_and_nothing_is_kept(String field, Object value, String pointer) {
        Map<String, Object> body = body();
        body.put(field, value);

        Response answer = Api.post(Policies.SUPERVISOR, PATH, body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .as(answer.asString())
                .containsExactly(pointer);
        assertThat(Api.get(PATH + "?limit=100").jsonPath().getList("items.name"))
                .doesNotContain((String) body.get("name"));
    }

    @Test
    void conditions_without_end_are_refused_before_they_are_walked_through() {
        Map<String, Object> body = body();
        body.put("conditions", List.of(nested(490)));

        assertProblem(Api.post(Policies.SUPERVISOR, PATH, body), 400, "malformed-json");
    }

    private static Object nested(int depth) {
        Object inner = Map.of("field", "tag", "in", List.of("x"));
        for (int i = 0; i < depth; i++) {
            inner = Map.of("any", List.of(inner));
        }
        return inner;
    }

    private static Map<String, Object> target(String field, Object value) {
        Map<String, Object> target = new HashMap<>(TARGET);
        target.put(field, value);
        return target;
    }

    private static Map<String, Object> body() {
        return Policies.body(Policies.tag(), calendar, TARGET);
    }

    private static JsonPath fallback() {
        JsonPath page = Api.get(PATH + "?limit=100").jsonPath();
        assertThat(page.getBoolean("items[-1].fallback")).isTrue();
        return Api.get(PATH + "/" + page.getString("items[-1].id")).jsonPath();
    }
}
