package helpdesk.ticket.plan;

import static helpdesk.ticket.Api.as;
import static helpdesk.ticket.Api.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be solved at once is planned, and the customer sees by whom and until when. */
@QuarkusTest
@WithTestResource(RealParts.class)
class PlanResourceTest {

    private static final String AGENT = Tokens.of("agent");

    private UUID owner;

    @Inject
    MovableClock clock;

    @BeforeEach
    void hire() {
        owner = Given.agent("Mei Tanaka");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void steps_are_in_the_order_of_their_times_and_the_customer_sees_them_by_the_link() {
        JsonPath request = Api.post(
                        AGENT,
                        "/requests",
                        Map.of(
                                "name", "Amara",
                                "email", "amara-" + UUID.randomUUID() + "@example.org",
                                "subject", "The fan is broken",
                                "description", "It stands still."))
                .jsonPath();
        String link = request.getString("link");
        String path = link.substring(link.indexOf("/api/v1"));
        String number = request.getString("number");
        assertThat(given().get(path + "/plan").jsonPath().getList("steps")).isEmpty();

        String fitted = added(number, "We fit it.", Duration.ofDays(3)).getString("id");
        String ordered = added(number, "We order the part.", Duration.ofDays(1)).getString("id");

        JsonPath plan = Api.get("/tickets/" + number + "/plan").jsonPath();
        assertThat(plan.getList("steps.id")).containsExactly(ordered, fitted);
        assertThat(plan.getString("nextDueAt")).isEqualTo(plan.getString("steps[0].dueAt"));
        JsonPath seen =
                given().get(path + "/plan").then().statusCode(200).extract().jsonPath();
        assertThat(seen.getList("steps.what")).containsExactly("We order the part.", "We fit it.");
        assertThat(seen.getMap("steps[0].owner")).isEqualTo(Map.of("name", "Mei Tanaka"));
        assertThat(seen.getMap("steps[0]")).doesNotContainKeys("id", "version", "firstDueAt");
        assertThat(seen.getString("steps[0].state")).isEqualTo("open");
        assertThat(Api.get("/tickets/" + number + "/story").jsonPath().getList("plan.steps.id"))
                .containsExactly(ordered, fitted);
        assertThat(Api.get("/agents/" + owner + "/plan-steps?limit=1")
                        .jsonPath()
                        .getList("items.what"))
                .containsExactly("We order the part.");
    }

    @Test
    void what_is_done_in_time_is_done_and_stays() {
        String ticket = Api.openedId();
        JsonPath step = added(ticket, "We call the carrier.", Duration.ofHours(4));

        Response done = change(ticket, step, Map.of("done", true));

        assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
        assertThat(done.header("ETag")).isEqualTo("\"1\"");
        assertThat(done.jsonPath().getString("state")).isEqualTo("done");
        assertThat(done.jsonPath().getString("doneAt")).isNotNull();
        assertThat(change(ticket, step, Map.of("done", true)).statusCode()).isEqualTo(200);
        assertProblem(change(ticket, step, Map.of("done", false)), 409, "step-done");
        assertProblem(change(ticket, step, Map.of("what", "Something else.")), 409, "step-done");
        assertProblem(
                as(AGENT)
                        .header("If-Match", "*")
                        .delete("/api/v1/tickets/" + ticket + "/plan/steps/" + step.getString("id")),
                409,
                "step-done");
        assertThat(Api.get("/agents/" + owner + "/plan-steps").jsonPath().getList("items.id"))
                .doesNotContain(step.getString("id"));
        assertThat(Api.get("/tickets/" + ticket + "/history?limit=100")
                        .jsonPath()
                        .getList("items.cause"))
                .contains("ticket.plan-changed", "ticket.plan-step-kept");
    }

    @Test
    void another_time_does_not_hide_the_first() {
        String ticket = Api.openedId();
        JsonPath step = added(ticket, "We call the carrier.", Duration.ofHours(4));
        String other = in(Duration.ofDays(2));

        JsonPath moved = change(ticket, step, Map.of("dueAt", other)).jsonPath();

        assertThat(Instant.parse(moved.getString("dueAt"))).isEqualTo(Instant.parse(other));
        assertThat(moved.getString("firstDueAt")).isEqualTo(step.getString("dueAt"));
    }

    @Test
    void a_step_is_whose_ticket_it_is_when_nobody_is_named() {
        String ticket = Api.openedId();
        Map<String, Object> nobody = Map.of("what", "We look.", "dueAt", in(Duration.ofHours(1)));
        assertProblem(add(ticket, nobody), 400, "invalid-request", "/ownerId");
        Api.changed(ticket, Map.of("assigneeId", owner));

        assertThat(add(ticket, nobody).jsonPath().getString("owner.id")).isEqualTo(owner.toString());
    }

    @Test
    void who_takes_a_step_out_takes_it_out_and_says_which_version() {
        String ticket = Api.openedId();
        String step = "/api/v1/tickets/" + ticket + "/plan/steps/"
                + added(ticket, "We look.", Duration.ofHours(4)).getString("id");

        assertProblem(as(AGENT).delete(step), 428, "precondition-required");
        assertProblem(as(AGENT).header("If-Match", "\"7\"").delete(step), 412, "precondition-failed");
        assertThat(as(AGENT).header("If-Match", "\"0\"").delete(step).statusCode())
                .isEqualTo(204);

        assertProblem(as(AGENT).get(step), 404, "step-not-found");
        assertThat(Api.get("/tickets/" + ticket + "/plan").jsonPath().getMap("$"))
                .isEqualTo(Map.of("steps", List.of()));
    }

    @Test
    void a_plan_that_nobody_can_follow_is_too_long() {
        String ticket = Api.openedId();
        IntStream.rangeClosed(1, 20).forEach(day -> added(ticket, "Step " + day, Duration.ofDays(day)));

        assertProblem(add(ticket, step("One more.", Duration.ofDays(21))), 409, "plan-full");
    }

    @Test
    void nothing_is_planned_for_what_is_closed() {
        assertProblem(add(Given.closedTicket(), step("We look.", Duration.ofHours(1))), 409, "ticket-closed");
        assertProblem(add("HD-99999999", step("We look.", Duration.ofHours(1))), 404, "ticket-not-found");
        assertProblem(Api.get("/tickets/HD-99999999/plan"), 404, "ticket-not-found");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("what", null, 400, "/what"),
                Arguments.of("what", " ", 400, "/what"),
                Arguments.of("what", "x".repeat(501), 400, "/what"),
                Arguments.of("dueAt", null, 400, "/dueAt"),
                Arguments.of("dueAt", "tomorrow", 400, "/dueAt"),
                Arguments.of("dueAt", "2020-01-01T00:00:00Z", 400, "/dueAt"),
                Arguments.of("dueAt", "2999-01-01T00:00:00Z", 400, "/dueAt"),
                Arguments.of("ownerId", "me", 400, "/ownerId"),
                Arguments.of("ownerId", UUID.randomUUID().toString(), 422, "/ownerId"),
                Arguments.of("color", "red", 400, "/color"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void what_is_wrong_is_named_and_nothing_is_planned(String field, Object value, int status, String pointer) {
        String ticket = Api.openedId();
        Map<String, Object> step = step("We look.", Duration.ofHours(1));
        step.put(field, value);

        Response answer = add(ticket, step);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly(pointer);
        assertThat(Api.get("/tickets/" + ticket + "/plan").jsonPath().getList("steps"))
                .isEmpty();
    }

    private Map<String, Object> step(String what, Duration until) {
        Map<String, Object> step = new HashMap<>();
        step.put("what", what);
        step.put("ownerId", owner);
        step.put("dueAt", in(until));
        return step;
    }

    private String in(Duration time) {
        return clock.instant().plus(time).toString();
    }

    private JsonPath added(String ticket, String what, Duration until) {
        Response answer = add(ticket, step(what, until));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath();
    }

    private static Response add(String ticket, Object step) {
        return Api.post(AGENT, "/tickets/" + ticket + "/plan/steps", step);
    }

    private static Response change(String ticket, JsonPath step, Object changes) {
        return Api.change(AGENT, "/tickets/" + ticket + "/plan/steps/" + step.getString("id"), changes);
    }
}
