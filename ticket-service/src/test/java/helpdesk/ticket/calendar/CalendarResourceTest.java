package helpdesk.ticket.calendar;

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
class CalendarResourceTest {

    private static final String SUPERVISOR = Tokens.of("supervisor");
    private static final Map<String, String> MORNING = Map.of("from", "09:00", "to", "12:30");

    @Test
    void there_is_one_for_business_days_from_the_start() {
        JsonPath first = Api.get("/calendars").jsonPath();

        assertThat(first.getList("items.name")).contains("Business days");
        String id = first.getString("items.find { it.name == 'Business days' }.id");
        JsonPath time = Api.get("/calendars/" + id + "/working-time?from=2026-03-06T12:00:00Z&to=2026-03-09T12:00:00Z")
                .jsonPath();
        assertThat(time.getLong("seconds")).isEqualTo(24 * 3_600);
        assertThat(time.getList("periods.from")).containsExactly("2026-03-06T12:00:00Z", "2026-03-09T00:00:00Z");
    }

    @Test
    void what_is_made_is_read_and_counts() {
        Map<String, Object> body = body();
        body.put("holidays", Map.of("country", "DE", "region", "by"));
        body.put("specialDays", List.of(Map.of("date", "2026-01-05", "name", "Stocktaking")));
        Response made = Api.post(SUPERVISOR, "/calendars", body);

        assertThat(made.statusCode()).isEqualTo(201);
        String id = made.jsonPath().getString("id");
        assertThat(made.header("Location")).endsWith("/api/v1/calendars/" + id);
        JsonPath read = Api.get("/calendars/" + id).jsonPath();
        assertThat(read.getList("week.monday.from")).containsExactly("09:00", "13:30");
        assertThat(read.getMap("week")).containsOnlyKeys("monday", "tuesday");
        JsonPath time = Api.get("/calendars/" + id + "/working-time?from=2026-01-04T23:00:00Z&to=2026-01-13T23:00:00Z")
                .jsonPath();
        assertThat(time.getList("exceptions.name")).containsExactly("Stocktaking", "Epiphany");
        assertThat(Api.get("/calendars/" + id + "/working-time?from=2026-01-04T23:00:00Z&to=2026-01-05T23:00:00Z")
                        .jsonPath()
                        .getList("exceptions.name"))
                .as("the day behind the end is no part of it")
                .containsExactly("Stocktaking");
        assertThat(time.getLong("seconds")).isEqualTo(41_400);
    }

    @Test
    void it_is_changed_in_part_and_removed() {
        String id = made();

        Response changed = Api.change(
                SUPERVISOR,
                "/calendars/" + id,
                Map.of("timeZone", "Asia/Kolkata", "week", Map.of("sunday", List.of(MORNING))));

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.jsonPath().getMap("week")).containsOnlyKeys("monday", "tuesday", "sunday");
        assertThat(changed.jsonPath().getString("timeZone")).isEqualTo("Asia/Kolkata");
        Response stale = as(SUPERVISOR)
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", "\"0\"")
                .body(Map.of("timeZone", "UTC"))
                .patch("/api/v1/calendars/" + id);
        assertProblem(stale, 412, "precondition-failed");
        assertThat(as(SUPERVISOR)
                        .header("If-Match", "\"1\"")
                        .delete("/api/v1/calendars/" + id)
                        .statusCode())
                .isEqualTo(204);
        assertProblem(Api.get("/calendars/" + id), 404, "calendar-not-found");
    }

    @Test
    void a_name_is_given_once() {
        Map<String, Object> body = body();
        Api.post(SUPERVISOR, "/calendars", body).then().statusCode(201);

        assertProblem(Api.post(SUPERVISOR, "/calendars", body), 409, "name-taken", "/name");
        assertProblem(
                Api.change(SUPERVISOR, "/calendars/" + made(), Map.of("name", body.get("name"))),
                409,
                "name-taken",
                "/name");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("name", " ", "/name"),
                Arguments.of("timeZone", "Berlin", "/timeZone"),
                Arguments.of("timeZone", null, "/timeZone"),
                Arguments.of("week", Map.of(), "/week"),
                Arguments.of("week", Map.of("monday", List.of()), "/week"),
                Arguments.of("week", Map.of("moonday", List.of(MORNING)), "/week/moonday"),
                Arguments.of(
                        "week",
                        Map.of("monday", List.of(Map.of("from", "9:00", "to", "17:00"))),
                        "/week/monday/0/from"),
                Arguments.of(
                        "week", Map.of("monday", List.of(Map.of("from", "09:00", "to", "24:00"))), "/week/monday/0/to"),
                Arguments.of("week", Map.of("monday", List.of(Map.of("from", "09:00"))), "/week/monday/0/to"),
                Arguments.of("week", Map.of("monday", java.util.Collections.nCopies(7, MORNING)), "/week/monday"),
                Arguments.of("holidays", Map.of("country", "XX"), "/holidays/country"),
                Arguments.of("holidays", Map.of("country", "de"), "/holidays/country"),
                Arguments.of("holidays", Map.of("country", "DE", "region", "xx"), "/holidays/region"),
                Arguments.of("specialDays", List.of(Map.of("date", "2026-02-30", "name", "x")), "/specialDays/0/date"),
                Arguments.of("specialDays", List.of(Map.of("date", "2026-02-03")), "/specialDays/0/name"),
                Arguments.of(
                        "specialDays", List.of(Map.of("date", "+99999-02-03", "name", "x")), "/specialDays/0/date"),
                Arguments.of("specialDays", java.util.Collections.singletonList(null), "/specialDays/0"),
                Arguments.of(
                        "specialDays",
                        List.of(Map.of("date", "2026-02-03", "name", "x"), Map.of("date", "2026-02-03", "name", "y")),
                        "/specialDays/1/date"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void what_is_wrong_is_named_and_nothing_is_kept(String field, Object value, String pointer) {
        Map<String, Object> body = body();
        body.put(field, value);

        Response answer = Api.post(SUPERVISOR, "/calendars", body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly(pointer);
    }

    @Test
    void a_span_that_is_none_is_refused() {
        String path = "/calendars/" + made() + "/working-time";

        assertProblem(Api.get(path), 400, "invalid-parameter", "?from");
        assertProblem(Api.get(path + "?from=2026-01-01T00:00:00Z&to=tomorrow"), 400, "invalid-parameter", "?to");
        assertProblem(
                Api.get(path + "?from=2026-01-01T00:00:00Z&to=2026-03-05T00:00:00Z"), 400, "invalid-parameter", "?to");
        assertProblem(
                Api.get(path + "?from=2026-01-01T00:00:00Z&to=2025-12-31T00:00:00Z"), 400, "invalid-parameter", "?to");
        assertProblem(
                Api.get(path + "?from=9999-01-01T00:00:00Z&to=2025-12-31T00:00:00Z"),
                400,
                "invalid-parameter",
                "?from");
    }

    private static String made() {
        return Api.post(SUPERVISOR, "/calendars", body()).jsonPath().getString("id");
    }

    private static Map<String, Object> body() {
        return new HashMap<>(Map.of(
                "name",
                "Desk " + UUID.randomUUID(),
                "timeZone",
                "Europe/Berlin",
                "week",
                Map.of(
                        "monday", List.of(MORNING, Map.of("from", "13:30", "to", "18:00")),
                        "tuesday", List.of(MORNING))));
    }
}
