package helpdesk.ticket.plan;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import helpdesk.ticket.Unwritable;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was planned is kept or late, and the world is told, once. */
@QuarkusTest
@WithTestResource(RealParts.class)
class LateStepsTest {

    private UUID owner;
    private final EventProbe probe = EventProbe.on("helpdesk.ticket");

    @Inject
    LateSteps late;

    @Inject
    MovableClock clock;

    @BeforeEach
    void hire() {
        owner = Given.agent("Mei Tanaka");
    }

    @AfterEach
    void reset() {
        clock.reset();
        probe.close();
    }

    @Test
    void a_step_whose_time_passes_is_told_to_be_late_once() {
        String ticket = Api.openedId();
        String step = added(ticket, Duration.ofHours(2));
        clock.move(Duration.ofHours(1));
        late.tellDue();
        clock.move(Duration.ofHours(2));

        late.tellDue();
        late.tellDue();

        Event told = event("plan-step-late", ticket);
        assertThat(told.data().path("step").path("id").asText()).isEqualTo(step);
        assertThat(told.data().path("step").path("owner").path("name").asText()).isEqualTo("Mei Tanaka");
        assertThat(told.attributes()).containsEntry("actor", "system:plan");
        assertThat(causes(ticket)).filteredOn("ticket.plan-step-late"::equals).hasSize(1);
        assertThat(Api.get("/tickets/" + ticket + "/plan").jsonPath().getString("steps[0].state"))
                .isEqualTo("late");
    }

    @Test
    void what_is_done_late_was_not_kept_and_that_is_told_though_nobody_has_looked_yet() {
        String ticket = Api.openedId();
        String step = added(ticket, Duration.ofHours(2));
        clock.move(Duration.ofHours(3));

        assertThat(change(ticket, step, Map.of("done", true)).getString("state"))
                .isEqualTo("done_late");
        late.tellDue();

        assertThat(causes(ticket)).doesNotContain("ticket.plan-step-kept");
        assertThat(causes(ticket)).filteredOn("ticket.plan-step-late"::equals).hasSize(1);
        assertThat(event("plan-changed", ticket).data().path("step").path("id").asText())
                .isEqualTo(step);
    }

    @Test
    void what_is_moved_or_taken_out_late_was_late() {
        String ticket = Api.openedId();
        String moved = added(ticket, Duration.ofHours(2));
        String gone = added(ticket, Duration.ofHours(2));
        clock.move(Duration.ofHours(3));

        String later = clock.instant().plus(Duration.ofHours(1)).toString();
        assertThat(Api.change(
                                Tokens.of("agent"),
                                "/tickets/" + ticket + "/plan/steps/" + moved,
                                Map.of("dueAt", later, "done", true))
                        .statusCode())
                .as("nobody moves what is done")
                .isEqualTo(400);
        change(ticket, moved, Map.of("dueAt", later));
        Api.as(Tokens.of("agent"))
                .header("If-Match", "*")
                .delete("/api/v1/tickets/" + ticket + "/plan/steps/" + gone)
                .then()
                .statusCode(204);

        assertThat(causes(ticket)).filteredOn("ticket.plan-step-late"::equals).hasSize(2);
    }

    @Test
    void what_ends_with_its_ticket_is_dropped() {
        String ticket = Api.openedId();
        added(ticket, Duration.ofHours(2));
        Api.resolved(ticket, owner);
        assertThat(Api.get("/tickets/" + ticket + "/plan").jsonPath().getMap("$"))
                .doesNotContainKey("nextDueAt");
        Api.changed(ticket, Map.of("status", "open"));
        assertThat(Api.get("/tickets/" + ticket + "/plan").jsonPath().getString("steps[0].state"))
                .isEqualTo("open");
        String target = Api.openedId();
        Api.made("/tickets/" + target + "/merges", Map.of("sources", List.of(ticket)));
        clock.move(Duration.ofHours(3));

        late.tellDue();

        assertThat(Api.get("/tickets/" + ticket + "/plan").jsonPath().getString("steps[0].state"))
                .isEqualTo("dropped");
        assertThat(Api.get("/agents/" + owner + "/plan-steps").jsonPath().getList("items"))
                .isEmpty();
        assertThat(causes(ticket)).doesNotContain("ticket.plan-step-late");
    }

    @Test
    void what_is_done_in_time_is_kept() {
        String ticket = Api.openedId();
        String step = added(ticket, Duration.ofHours(2));

        change(ticket, step, Map.of("done", true));
        clock.move(Duration.ofHours(3));
        late.tellDue();

        assertThat(event("plan-step-kept", ticket)
                        .data()
                        .path("step")
                        .path("doneAt")
                        .asText())
                .isNotBlank();
        assertThat(causes(ticket)).doesNotContain("ticket.plan-step-late");
    }

    @Test
    void another_time_is_another_time_to_be_late() {
        String ticket = Api.openedId();
        String step = added(ticket, Duration.ofHours(2));
        clock.move(Duration.ofHours(3));
        late.tellDue();
        change(
                ticket,
                step,
                Map.of("dueAt", clock.instant().plus(Duration.ofHours(1)).toString()));
        late.tellDue();
        clock.move(Duration.ofHours(2));

        late.tellDue();

        assertThat(causes(ticket)).filteredOn("ticket.plan-step-late"::equals).hasSize(2);
    }

    @Test
    void who_has_a_solution_needs_no_plan_until_it_is_none() {
        String ticket = Api.openedId();
        added(ticket, Duration.ofHours(2));
        Api.resolved(ticket, owner);
        clock.move(Duration.ofHours(3));
        late.tellDue();
        assertThat(causes(ticket)).doesNotContain("ticket.plan-step-late");

        Api.changed(ticket, Map.of("status", "open"));
        late.tellDue();

        assertThat(causes(ticket)).contains("ticket.plan-step-late");
    }

    @Test
    void a_ticket_of_which_it_cannot_be_told_keeps_no_other_waiting() {
        String damaged = Api.openedId();
        String other = Api.openedId();
        added(damaged, Duration.ofHours(1));
        added(other, Duration.ofHours(2));
        clock.move(Duration.ofHours(3));

        Unwritable.during("ticket", "id", damaged, late::tellDue);
        assertThat(causes(damaged)).doesNotContain("ticket.plan-step-late");
        assertThat(causes(other)).contains("ticket.plan-step-late");
        late.tellDue();

        assertThat(causes(damaged)).contains("ticket.plan-step-late");
    }

    private String added(String ticket, Duration until) {
        return Api.made(
                        "/tickets/" + ticket + "/plan/steps",
                        Map.of(
                                "what",
                                "We call the carrier.",
                                "ownerId",
                                owner,
                                "dueAt",
                                clock.instant().plus(until).toString()))
                .getString("id");
    }

    private static JsonPath change(String ticket, String step, Object changes) {
        Response answer = Api.change(Tokens.of("agent"), "/tickets/" + ticket + "/plan/steps/" + step, changes);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static List<String> causes(String ticket) {
        return Api.get("/tickets/" + ticket + "/history?limit=100").jsonPath().getList("items.cause");
    }

    private Event event(String name, String ticket) {
        Event told = probe.await(event -> event.type().equals("org.helpdesk.ticket." + name + ".v1")
                && event.subject().equals(ticket));
        Contracts.assertFits(told);
        return told;
    }
}
