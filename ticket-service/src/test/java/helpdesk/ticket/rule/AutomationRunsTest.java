package helpdesk.ticket.rule;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Time passes, and rules follow. */
@QuarkusTest
@WithTestResource(RealParts.class)
class AutomationRunsTest {

    private final String tag = "rule-" + UUID.randomUUID();
    private final List<String> made = new ArrayList<>();

    @Inject
    AutomationRuns automations;

    @Inject
    TriggerRuns triggers;

    @Inject
    MovableClock clock;

    @AfterEach
    void remove() {
        clock.reset();
        made.forEach(Rules::remove);
    }

    @Test
    void it_acts_when_something_has_been_so_for_long_enough_and_once() {
        String rule = automation(
                "status", "PT48H", List.of(Rules.set("addTags", List.of("forgotten")), Map.of("signal", "forgotten")));
        String id = opened();
        clock.move(Duration.ofHours(47));
        automations.run();
        assertThat(Rules.written(id)).isEmpty();

        clock.move(Duration.ofHours(2));
        automations.run();
        automations.run();

        List<Map<String, Object>> lines = Rules.written(id);
        assertThat(lines).extracting("field").containsExactly("tags", "signal");
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(line).containsEntry("ruleId", rule).containsEntry("depth", 1));
    }

    @Test
    void another_time_that_it_has_been_so_is_another_time_to_act() {
        UUID agent = Given.agent();
        Map<String, Object> body = Rules.automation(tag, "status", "PT48H", List.of(Map.of("signal", "waits")));
        body.put(
                "conditions",
                List.of(
                        Map.of("field", "tag", "in", List.of(tag)),
                        Map.of("field", "status", "in", List.of("pending")),
                        Map.of("since", "status", "atLeast", "PT48H")));
        made.add(Rules.made(body));
        String id = opened();
        clock.move(Duration.ofDays(10));
        Api.changed(id, Map.of("assigneeId", agent, "status", "pending"));
        clock.move(Duration.ofHours(49));
        automations.run();
        Api.changed(id, Map.of("status", "open"));
        clock.move(Duration.ofHours(49));
        automations.run();
        Api.changed(id, Map.of("status", "pending"));
        automations.run();
        assertThat(Rules.written(id)).hasSize(1);

        clock.move(Duration.ofHours(49));
        automations.run();

        assertThat(Rules.written(id)).hasSize(2);
    }

    @Test
    void what_it_could_not_do_it_says_once() {
        String rule = automation("opened", "PT1H", List.of(Rules.set("status", "resolved")));
        String id = opened();
        clock.move(Duration.ofHours(2));

        automations.run();
        automations.run();

        assertThat(Api.read(id).getString("status")).isEqualTo("new");
        assertThat(Rules.read(rule).getString("lastError.code")).isEqualTo("assignee-required");
        assertThat(Api.get("/rules/" + rule + "/firings").jsonPath().getList("items"))
                .hasSize(1);
    }

    @Test
    void what_it_does_sets_triggers_off_one_step_further() {
        automation("opened", "PT1H", List.of(Rules.set("priority", "high")));
        String trigger = Rules.made(
                Rules.trigger(tag, List.of("changed"), List.of(), List.of(Rules.set("addTags", List.of("followed")))));
        made.add(trigger);
        String id = opened();
        clock.move(Duration.ofHours(2));

        automations.run();
        triggers.run();

        assertThat(Rules.written(id)).extracting("depth").containsExactly(1, 2);
    }

    @Test
    void automations_that_set_each_other_off_stop_at_the_fifth_step_and_say_so() {
        String away = pingPong("normal", "high");
        String back = pingPong("high", "normal");
        String id = opened();
        for (int hour = 0; hour < 20; hour++) {
            clock.move(Duration.ofHours(2));
            automations.run();
        }

        assertThat(Rules.written(id)).extracting("depth").containsExactly(1, 2, 3, 4, 5);
        assertThat(List.of(Rules.read(away), Rules.read(back)))
                .extracting(rule -> rule.getString("lastError.code"))
                .containsExactlyInAnyOrder("rule-loop", null);
    }

    @Test
    void what_it_did_itself_is_no_reason_to_act_again() {
        automation("updated", "PT1H", List.of(Map.of("escalate", "Nobody looks.")));
        String id = opened();
        for (int hour = 0; hour < 4; hour++) {
            clock.move(Duration.ofHours(2));
            automations.run();
        }

        assertThat(Api.read(id).getInt("tier")).isEqualTo(2);
    }

    @Test
    void one_that_was_switched_off_meanwhile_does_nothing_more() {
        String rule = automation("opened", "PT1H", List.of(Map.of("signal", "late")));
        String id = opened();
        clock.move(Duration.ofHours(2));
        Rules.change(rule, Map.of("active", false)).then().statusCode(200);

        automations.run();

        assertThat(Rules.written(id)).isEmpty();
    }

    private String pingPong(String from, String to) {
        Map<String, Object> body = Rules.automation(tag, "updated", "PT1H", List.of(Rules.set("priority", to)));
        body.put(
                "conditions",
                List.of(
                        Map.of("field", "tag", "in", List.of(tag)),
                        Map.of("field", "priority", "in", List.of(from)),
                        Map.of("since", "updated", "atLeast", "PT1H")));
        String id = Rules.made(body);
        made.add(id);
        return id;
    }

    @Test
    void a_closed_ticket_is_left_alone() {
        automation("opened", "PT1H", List.of(Map.of("signal", "late")));
        String id = opened();
        Api.resolved(id, Given.agent());
        Given.close(id);
        clock.move(Duration.ofHours(2));

        automations.run();

        assertThat(Rules.written(id)).isEmpty();
    }

    private String automation(String since, String atLeast, List<?> actions) {
        String id = Rules.made(Rules.automation(tag, since, atLeast, actions));
        made.add(id);
        return id;
    }

    private String opened() {
        return Api.opened(Api.ticket("tags", List.of(tag))).getString("id");
    }
}
