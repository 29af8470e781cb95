package helpdesk.ticket.rule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import helpdesk.ticket.Unwritable;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Something happens to a ticket, and rules follow. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TriggerRunsTest {

    private final String tag = "rule-" + UUID.randomUUID();
    private final List<String> made = new ArrayList<>();
    private final EventProbe probe = EventProbe.on("helpdesk.ticket");

    @Inject
    TriggerRuns triggers;

    @AfterEach
    void remove() {
        made.forEach(Rules::remove);
        triggers.run();
        probe.close();
    }

    @Test
    void what_happens_is_followed_by_what_a_trigger_does_and_the_history_says_which() {
        UUID agent = Given.agent("Erika Moser");
        String rule = trigger(
                List.of("opened"),
                List.of(),
                List.of(
                        Map.of("set", Map.of("priority", "urgent", "assignee", agent, "addTags", List.of("seen"))),
                        Map.of("escalate", "Somebody's printer burns.")));
        String id = opened();

        triggers.run();

        JsonPath ticket = Api.read(id);
        assertThat(ticket.getString("priority")).isEqualTo("urgent");
        assertThat(ticket.getString("status")).isEqualTo("open");
        assertThat(ticket.getString("assignee.name")).isEqualTo("Erika Moser");
        assertThat(ticket.getInt("tier")).isEqualTo(2);
        List<Map<String, Object>> lines = Rules.written(id);
        assertThat(lines)
                .extracting("field")
                .contains("priority", "tags", "assigneeId", "status", "tier", "escalation");
        assertThat(lines).allSatisfy(line -> assertThat(line)
                .containsEntry("ruleId", rule)
                .containsEntry("depth", 1)
                .containsEntry("actor", "system:rule:" + rule));
        assertThat(given().get("/q/metrics").asString())
                .contains("helpdesk_rule_oldest_seconds", "helpdesk_rule_firings_total{outcome=\"done\"}");
        JsonPath firings = Api.get("/rules/" + rule + "/firings").jsonPath();
        assertThat(firings.getList("items.ticketId")).containsExactly(id);
        assertThat(firings.getString("items[0].happening")).isEqualTo("opened");
        assertThat(firings.getMap("items[0]")).doesNotContainKey("code");
    }

    @Test
    void what_a_trigger_does_tells_the_world_what_began_it() {
        String rule = trigger(List.of("opened"), List.of(), List.of(Rules.set("priority", "high")));
        String id = opened();
        triggers.run();

        Event opened = event("opened", id);
        Event changed = event("changed", id);
        assertThat(changed.attributes())
                .containsEntry("actor", "system:rule:" + rule)
                .containsEntry("causationid", opened.attributes().get("id"))
                .containsEntry("correlationid", opened.attributes().get("correlationid"));
    }

    @Test
    void rules_act_in_their_order_and_the_next_sees_what_the_former_did() {
        Map<String, Object> second = Rules.trigger(
                tag,
                List.of("opened"),
                List.of(Map.of("field", "priority", "in", List.of("high"))),
                List.of(Rules.set("addTags", List.of("second"))));
        second.put("position", 20);
        Map<String, Object> first =
                Rules.trigger(tag, List.of("opened"), List.of(), List.of(Rules.set("priority", "high")));
        first.put("position", 10);
        made.add(Rules.made(second));
        made.add(Rules.made(first));
        String id = opened();

        triggers.run();

        assertThat(Api.read(id).getList("tags")).contains("second");
    }

    @Test
    void only_the_change_that_is_asked_for_sets_it_off() {
        trigger(
                List.of("changed"),
                List.of(Map.of("changed", "priority", "from", List.of("normal"), "to", List.of("urgent"))),
                List.of(Rules.set("addTags", List.of("now-urgent"))));
        String other = opened();
        Api.changed(other, Map.of("priority", "high"));
        Api.changed(other, Map.of("priority", "urgent"));
        String asked = opened();
        Api.changed(asked, Map.of("priority", "urgent"));

        triggers.run();

        assertThat(Api.read(other).getList("tags")).doesNotContain("now-urgent");
        assertThat(Api.read(asked).getList("tags")).contains("now-urgent");
    }

    @Test
    void words_in_the_subject_in_capitals_or_not_file_a_ticket() {
        trigger(
                List.of("opened"),
                List.of(Map.of("text", "subject", "contains", List.of("rückzahlung"))),
                List.of(Rules.set("priority", "high")));
        String id = opened("subject", "RÜCKZAHLUNG bitte");
        String other = opened("subject", "Danke");

        triggers.run();

        assertThat(Api.read(id).getString("priority")).isEqualTo("high");
        assertThat(Api.read(other).getString("priority")).isEqualTo("normal");
    }

    @Test
    void rules_that_set_each_other_off_stop_at_the_fifth_step_and_say_so() {
        String up = trigger(
                List.of("changed", "opened"),
                List.of(Map.of("field", "priority", "in", List.of("normal"))),
                List.of(Rules.set("priority", "high")));
        String down = trigger(
                List.of("changed"),
                List.of(Map.of("field", "priority", "in", List.of("high"))),
                List.of(Rules.set("priority", "normal")));
        String id = opened();

        triggers.run();

        List<Map<String, Object>> lines = Rules.written(id);
        assertThat(lines).extracting("depth").containsExactly(1, 2, 3, 4, 5);
        assertThat(lines).extracting("ruleId").containsExactly(up, down, up, down, up);
        JsonPath stopped = Rules.read(down);
        assertThat(stopped.getString("lastError.code")).isEqualTo("rule-loop");
        assertThat(stopped.getString("lastError.ticketId")).isEqualTo(id);
        assertThat(Rules.read(up).getMap("$")).doesNotContainKey("lastError");
        assertThat(Api.get("/rules/" + down + "/firings?failed=true").jsonPath().getList("items"))
                .hasSize(1);
        assertThat(Rules.change(down, Map.of("position", 7)).jsonPath().getMap("$"))
                .as("what was written anew has no error yet")
                .doesNotContainKey("lastError");
    }

    @Test
    void what_a_rule_cannot_do_is_not_done_by_half_and_others_go_on() {
        Map<String, Object> impossible = Rules.trigger(
                tag,
                List.of("opened"),
                List.of(),
                List.of(Map.of("set", Map.of("priority", "high", "status", "resolved")), Map.of("signal", "never")));
        impossible.put("position", 1);
        String broken = Rules.made(impossible);
        made.add(broken);
        trigger(List.of("opened"), List.of(), List.of(Rules.set("addTags", List.of("went-on"))));
        String id = opened();

        triggers.run();

        JsonPath ticket = Api.read(id);
        assertThat(ticket.getString("status")).isEqualTo("new");
        assertThat(ticket.getString("priority")).isEqualTo("normal");
        assertThat(ticket.getList("tags")).contains("went-on");
        assertThat(Rules.read(broken).getString("lastError.code")).isEqualTo("assignee-required");
        assertThat(Rules.read(broken).getString("lastError.detail")).isNotBlank();
    }

    @Test
    void somebody_is_told_in_words_made_for_the_ticket() {
        UUID agent = Given.agent("Kofi Mensah");
        trigger(
                List.of("assigned"),
                List.of(),
                List.of(Map.of(
                        "notify",
                        Map.of(
                                "to",
                                List.of("requester", "assignee", "followers"),
                                "emails",
                                List.of("boss@example.org"),
                                "subject",
                                "{{agent.name}} has {{ticket.number}}",
                                "body",
                                "About {{ticket.subject}}.\nSoon."))));
        String id = opened();
        String updated = Api.changed(id, Map.of("assigneeId", agent)).getString("updatedAt");

        triggers.run();

        JsonNode data = event("notice-asked", id).data();
        assertThat(data.path("about").asText())
                .isEqualTo("Kofi Mensah has " + Api.read(id).getString("number"));
        assertThat(data.path("body").asText()).isEqualTo("About The printer is on fire.\nSoon.");
        assertThat(data.path("recipients").findValuesAsText("kind")).containsExactly("address", "requester", "agent");
        assertThat(data.path("recipients").findValuesAsText("email")).contains("boss@example.org");
        assertThat(Api.read(id).getString("updatedAt"))
                .as("nothing was done about it")
                .isEqualTo(updated);
    }

    @Test
    void of_a_group_those_are_told_who_name_it() {
        UUID member = Given.agent("Aada Laine");
        UUID other = Given.agent("Aada Berg");
        Api.change(Tokens.of("supervisor"), "/agents/" + member, Map.of("groups", List.of("support")))
                .then()
                .statusCode(200);
        trigger(
                List.of("opened"),
                List.of(),
                List.of(Map.of("notify", Map.of("to", List.of("group"), "subject", "Look", "body", "Look at it."))));
        String id = opened();

        triggers.run();

        JsonNode recipients = event("notice-asked", id).data().path("recipients");
        assertThat(recipients.findValuesAsText("agentId"))
                .contains(member.toString())
                .doesNotContain(other.toString());
    }

    @Test
    void other_systems_are_told_by_a_name() {
        trigger(List.of("escalated"), List.of(), List.of(Map.of("signal", "crm.look")));
        String id = opened();
        Api.escalated(id);

        triggers.run();

        assertThat(event("signalled", id).data().path("signal").asText()).isEqualTo("crm.look");
    }

    @Test
    void rules_that_multiply_stop_too_and_say_so_once() {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String own = "own-" + i;
            Object has = Map.of("field", "tag", "in", List.of(own));
            rules.add(trigger(
                    List.of("changed"),
                    List.of(Map.of("none", List.of(has))),
                    List.of(Rules.set("addTags", List.of(own)))));
            rules.add(trigger(List.of("changed"), List.of(has), List.of(Rules.set("removeTags", List.of(own)))));
        }
        String id = opened();
        Api.changed(id, Map.of("priority", "high"));

        triggers.run();

        assertThat(Rules.written(id)).hasSizeLessThanOrEqualTo(100);
        assertThat(rules).allSatisfy(rule -> assertThat(Api.get("/rules/" + rule + "/firings?failed=true")
                        .jsonPath()
                        .getList("items.code"))
                .hasSizeLessThanOrEqualTo(1));
        assertThat(Database.count("rule_task where ticket_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void whatever_changes_is_a_change() {
        trigger(
                List.of("changed"),
                List.of(Map.of("changed", "status", "to", List.of("resolved"))),
                List.of(Map.of("signal", "solved")));
        String id = opened();
        Api.resolved(id, Given.agent());

        triggers.run();

        assertThat(Rules.written(id)).extracting("field").containsExactly("signal");
    }

    @Test
    void a_text_that_says_nothing_of_this_ticket_has_its_number() {
        trigger(
                List.of("opened"),
                List.of(),
                List.of(Map.of(
                        "notify",
                        Map.of(
                                "emails",
                                List.of("boss@example.org"),
                                "subject",
                                "{{agent.name}}",
                                "body",
                                "{{agent.title}}"))));
        String id = opened();

        triggers.run();

        assertThat(event("notice-asked", id).data().path("about").asText())
                .isEqualTo(Api.read(id).getString("number"));
    }

    @Test
    void a_custom_field_is_set_and_emptied() {
        String key = "floor" + Math.abs(UUID.randomUUID().hashCode());
        trigger(List.of("opened"), List.of(), List.of(Rules.set("customFields", Map.of(key, "3"))));
        Map<String, Object> empty = new HashMap<>();
        empty.put(key, null);
        trigger(
                List.of("changed"),
                List.of(Map.of("changed", "customFields." + key, "to", List.of("4"))),
                List.of(Rules.set("customFields", empty)));
        String id = opened();
        triggers.run();
        assertThat(Api.read(id).getMap("customFields")).isEqualTo(Map.of(key, "3"));

        Api.changed(id, Map.of("customFields", Map.of(key, "4")));
        triggers.run();

        assertThat((Map<?, ?>) Api.read(id).getMap("customFields")).isNullOrEmpty();
    }

    @Test
    void replicas_that_fail_at_the_same_time_leave_nothing_that_cannot_be_read() throws Exception {
        String broken = trigger(List.of("opened"), List.of(), List.of(Rules.set("status", "resolved")));
        List<String> ids = Stream.generate(this::opened).limit(10).toList();

        try (ExecutorService replicas = Executors.newFixedThreadPool(3)) {
            List<Callable<Object>> runs = Collections.nCopies(3, Executors.callable(this::runInContext));
            for (Future<Object> run : replicas.invokeAll(runs)) {
                run.get();
            }
        }

        assertThat(Api.get("/rules/" + broken + "/firings?limit=100").jsonPath().getList("items.ticketId"))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void what_nobody_listens_to_or_a_retired_rule_did_is_not_kept() {
        String rule = trigger(List.of("closed"), List.of(), List.of(Rules.set("priority", "high")));
        Rules.change(rule, Map.of("active", false));
        String id = opened();

        assertThat(Database.count("rule_task where ticket_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void what_happened_waits_through_a_fault_and_is_done_once() {
        trigger(List.of("opened"), List.of(), List.of(Map.of("signal", "once")));
        String id = opened();
        Unwritable.during("ticket", "id", id, triggers::run);
        assertThat(Rules.written(id)).isEmpty();

        Database.execute("update rule_task set not_before = now() - interval '1 day'");
        triggers.run();
        triggers.run();

        assertThat(Rules.written(id)).extracting("field").containsExactly("signal");
    }

    @Test
    void a_rule_that_fails_again_and_again_is_left_out_and_told_so() {
        String broken = trigger(List.of("opened"), List.of(), List.of(Map.of("signal", "never")));
        String id = opened();

        for (int attempt = 0; attempt < 5; attempt++) {
            Unwritable.during("ticket", "id", id, triggers::run);
            Database.execute("update rule_task set not_before = now() - interval '1 day'");
        }
        triggers.run();

        assertThat(Rules.read(broken).getString("lastError.code")).isEqualTo("internal-error");
        assertThat(Rules.written(id)).isEmpty();
        assertThat(Database.count("rule_task where ticket_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void a_ticket_that_somebody_holds_keeps_no_other_waiting_and_its_turn_comes() throws Exception {
        trigger(List.of("opened"), List.of(), List.of(Map.of("signal", "seen")));
        String held = opened();
        String free = opened();
        try (Connection holder = Database.connect()) {
            holder.setAutoCommit(false);
            try (PreparedStatement lock = holder.prepareStatement("select 1 from ticket where id = ? for update")) {
                lock.setObject(1, UUID.fromString(held));
                lock.execute();
                triggers.run();
            }
            holder.rollback();
        }
        assertThat(Rules.written(held)).isEmpty();
        assertThat(Rules.written(free)).hasSize(1);

        Awaitility.await().untilAsserted(() -> {
            runInContext();
            assertThat(Rules.written(held)).hasSize(1);
        });
    }

    /** As the scheduler runs it. */
    private void runInContext() {
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            triggers.run();
        } finally {
            context.terminate();
        }
    }

    private String trigger(List<String> on, List<?> conditions, List<?> actions) {
        String id = Rules.made(Rules.trigger(tag, on, conditions, actions));
        made.add(id);
        return id;
    }

    private String opened() {
        return opened("tags", List.of(tag));
    }

    private String opened(String field, Object value) {
        Map<String, Object> ticket = Api.ticket("tags", List.of(tag));
        ticket.put(field, value);
        return Api.opened(ticket).getString("id");
    }

    private Event event(String name, String ticket) {
        Event told = probe.await(event -> event.type().equals("org.helpdesk.ticket." + name + ".v1")
                && event.subject().equals(ticket));
        Contracts.assertFits(told);
        return told;
    }
}
