package helpdesk.ticket.rule;

import static helpdesk.ticket.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a rule would have done, without its doing it. */
@QuarkusTest
@WithTestResource(RealParts.class)
class DryRunsTest {

    private final String tag = "rule-" + UUID.randomUUID();

    @Inject
    TriggerRuns triggers;

    @Inject
    MovableClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_trigger_is_held_against_what_tickets_were_when_something_happened() {
        String id = opened();
        Api.changed(id, Map.of("priority", "urgent"));
        Api.changed(id, Map.of("priority", "low", "tags", List.of(tag, "later")));
        long version = Api.read(id).getLong("version");
        Map<String, Object> rule = Rules.trigger(
                tag,
                List.of("changed"),
                List.of(
                        Map.of("changed", "priority", "to", List.of("urgent")),
                        Map.of("none", List.of(Map.of("field", "tag", "in", List.of("later"))))),
                List.of(
                        Map.of("set", Map.of("priority", "high", "addTags", List.of("seen"))),
                        Map.of("escalate", "It presses."),
                        Map.of("signal", "seen")));

        JsonPath result = run(Map.of("rule", rule, "tickets", 50));

        assertThat(result.getInt("times")).isEqualTo(1);
        assertThat(result.getInt("tickets")).isBetween(1, 50);
        assertThat(result.getString("firings[0].ticketId")).isEqualTo(id);
        assertThat(result.getString("firings[0].happening")).isEqualTo("changed");
        assertThat(result.getList("firings[0].changes.field")).containsExactly("priority", "tags", "tier");
        assertThat(result.getString("firings[0].changes[0].from")).isEqualTo("urgent");
        assertThat(result.getString("firings[0].changes[0].to")).isEqualTo("high");
        assertThat(result.getList("firings[0].changes[1].to")).containsExactly(tag, "seen");
        assertThat(Api.read(id).getLong("version")).isEqualTo(version);
    }

    @Test
    void a_rule_that_rests_is_tried_all_the_same() {
        String id = opened();
        Map<String, Object> body = Rules.trigger(tag, List.of("opened"), List.of(), List.of(Map.of("signal", "seen")));
        body.put("active", false);
        String rule = Rules.made(body);

        JsonPath result = run(Map.of("ruleId", rule));

        assertThat(result.getList("firings.ticketId")).containsExactly(id);
        assertThat(result.getList("firings[0].changes")).isEmpty();
        assertThat(run(Map.of("ruleId", rule, "openedAfter", "2199-01-01T00:00:00Z"))
                        .getInt("tickets"))
                .isZero();
        Rules.remove(rule);
    }

    @Test
    void an_automation_is_held_against_what_tickets_are() {
        String id = opened();
        clock.move(Duration.ofHours(3));

        JsonPath result = run(Map.of(
                "rule",
                Rules.automation(tag, "opened", "PT2H", List.of(Rules.set("priority", "high"))),
                "tickets",
                1000));

        assertThat(result.getList("firings.ticketId")).containsExactly(id);
        assertThat(result.getString("firings[0].changes[0].to")).isEqualTo("high");
        assertThat(Api.read(id).getString("priority")).isEqualTo("normal");
    }

    @Test
    void what_the_rule_did_itself_would_not_set_it_off() {
        Map<String, Object> body = Rules.trigger(
                tag,
                List.of("changed"),
                List.of(),
                List.of(Rules.set("priority", "urgent"), Rules.set("priority", "high")));
        String rule = Rules.made(body);
        String id = opened();
        Api.changed(id, Map.of("priority", "low"));
        triggers.run();
        UUID customer = UUID.randomUUID();
        try (EventProbe probe = EventProbe.on("helpdesk.customer")) {
            probe.publish("helpdesk.customer", Given.customer(customer));
            probe.publish("helpdesk.customer", Given.identified(id, customer));
        }
        Awaitility.await().until(() -> Api.read(id).getString("requester.customerId") != null);

        JsonPath result = run(Map.of("ruleId", rule));

        assertThat(result.getInt("times")).isEqualTo(1);
        assertThat(result.getList("firings[0].changes.to")).containsExactly("high");
        Rules.remove(rule);
    }

    @Test
    void it_is_one_rule_that_is_tried() {
        assertProblem(Rules.dryRun(Map.of()), 400, "invalid-request", "/rule");
        assertProblem(Rules.dryRun(Map.of("ruleId", UUID.randomUUID())), 404, "rule-not-found");
        assertProblem(
                Rules.dryRun(Map.of("ruleId", UUID.randomUUID(), "tickets", 0)), 400, "invalid-request", "/tickets");
        assertProblem(
                Rules.dryRun(Map.of("rule", Map.of("kind", "trigger", "name", "x", "actions", List.of()))),
                400,
                "invalid-request",
                "/rule/actions");
        assertProblem(
                Rules.dryRun(Map.of("rule", Rules.trigger(tag, List.of(), List.of(), List.of(Map.of("signal", "x"))))),
                400,
                "invalid-request",
                "/rule/on");
        assertProblem(
                Rules.dryRun(Map.of(
                        "rule",
                        Rules.automation(tag, "opened", "PT1H", List.of(Map.of("signal", "x"))),
                        "openedBefore",
                        "2026-01-01T00:00:00Z")),
                400,
                "invalid-request",
                "/openedBefore");
    }

    private JsonPath run(Object request) {
        Response answer = Rules.dryRun(request);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private String opened() {
        return Api.opened(Api.ticket("tags", List.of(tag))).getString("id");
    }
}
