package helpdesk.ticket.ticketing;

import static helpdesk.ticket.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import helpdesk.ticket.servicelevel.Policies;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Harder questions, and those that take too long, reach experienced people, with the story so far. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TicketEscalationTest {

    private final String tag = Policies.tag();

    @Inject
    ServiceLevelAlarms alarms;

    @Inject
    MovableClock clock;

    @BeforeEach
    void settle() {
        alarms.tellDue();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_goal_that_has_passed_hands_the_ticket_on_while_the_promise_can_still_be_kept() {
        policy(target("resolution", "goal"));
        String id = tagged();

        clock.move(Duration.ofHours(2).plusSeconds(5));
        alarms.tellDue();
        alarms.tellDue();

        JsonPath story = story(id);
        assertThat(story.getInt("ticket.tier")).isEqualTo(2);
        assertThat(story.getList("escalations")).hasSize(1);
        assertThat(story.getString("escalations[0].actor")).isEqualTo("system:service-level");
        assertThat(story.getString("escalations[0].reason")).startsWith("The goal of the resolution passed at 20");
        assertThat(story.getInt("escalations[0].fromTier")).isEqualTo(1);
        assertThat(story.getString("ticket.serviceLevel.clocks[0].state")).isEqualTo("running");
        clock.move(Duration.ofHours(3));
        alarms.tellDue();
        assertThat(story(id).getInt("ticket.tier")).as("once for each clock").isEqualTo(2);
    }

    @Test
    void a_goal_and_a_promise_that_passed_unnoticed_hand_it_on_once() {
        policy(target("resolution", "goal"), target("firstReply", "promise"));
        String id = tagged();

        clock.move(Duration.ofHours(10));
        alarms.tellDue();

        JsonPath story = story(id);
        assertThat(story.getInt("ticket.tier"))
                .as("once for each of the two clocks")
                .isEqualTo(3);
        assertThat(story.getList("escalations.reason", String.class))
                .allSatisfy(reason -> assertThat(reason).startsWith("The promise of the "));
    }

    @Test
    void at_the_highest_tier_a_breach_is_told_and_nothing_else() {
        policy(target("resolution", "promise"));
        String id = tagged();
        Api.escalated(id);
        Api.escalated(id);

        clock.move(Duration.ofHours(10));
        alarms.tellDue();

        assertThat(story(id).getInt("ticket.tier")).isEqualTo(3);
        assertThat(Api.get("/tickets/" + id + "/history?limit=100")
                        .jsonPath()
                        .getList("items.findAll { it.field == 'serviceLevel.resolution' }.to"))
                .containsExactly("breached");
    }

    @Test
    void what_was_answered_too_late_is_not_handed_on() {
        policy(target("firstReply", "promise"));
        String id = tagged();
        clock.move(Duration.ofHours(10));
        reply(id, "Sorry.");

        alarms.tellDue();

        assertThat(story(id).getInt("ticket.tier")).isEqualTo(1);
        assertThat(story(id).getString("ticket.serviceLevel.clocks[0].state")).isEqualTo("breached");
    }

    @Test
    void without_a_word_in_the_policy_clocks_hand_nothing_on() {
        policy(target("resolution", null));
        String id = tagged();

        clock.move(Duration.ofHours(10));
        alarms.tellDue();

        assertThat(story(id).getInt("ticket.tier")).isEqualTo(1);
    }

    @Test
    void whoever_takes_it_over_reads_what_was_said_and_why_it_was_handed_on() {
        Map<String, Object> ticket = Api.ticket();
        String id = Api.opened(ticket).getString("id");
        reply(id, "Have you tried water? " + "x".repeat(600));
        Api.comment(
                        Tokens.of(Given.agent("Amara Okafor"), "agent"),
                        id,
                        Map.of("body", "Odd.", "visibility", "internal"))
                .then()
                .statusCode(201);
        Api.escalated(id);

        JsonPath story = story(id);

        assertThat(story.getString("ticket.description")).isEqualTo(ticket.get("description"));
        assertThat(story.getInt("conversation.replies")).isEqualTo(1);
        assertThat(story.getInt("conversation.messages")).isZero();
        assertThat(story.getInt("conversation.notes")).isEqualTo(1);
        assertThat(story.getList("conversation.people")).containsExactly("Amara Okafor", "Mei Tanaka");
        assertThat(story.getString("conversation.lastReply.by")).isEqualTo("Mei Tanaka");
        assertThat(story.getString("conversation.lastReply.excerpt"))
                .startsWith("Have you tried")
                .hasSize(500);
        assertThat(story.getMap("conversation")).doesNotContainKey("lastMessage");
        assertThat(story.getString("escalations[0].reason")).isEqualTo("Too hot.");
        assertThat(story.getString("escalations[0].actor")).startsWith("account:");
        assertProblem(Api.get("/tickets/HD-999999999/story"), 404, "ticket-not-found");
    }

    private void policy(Object... targets) {
        Policies.policy(Policies.body(tag, Policies.always(), targets));
    }

    private static Map<String, Object> target(String metric, String escalatesAt) {
        Map<String, Object> target = new HashMap<>(Policies.target(metric, 2, 4));
        target.put("escalatesAt", escalatesAt);
        return target;
    }

    private String tagged() {
        return Api.opened(Api.ticket("tags", List.of(tag))).getString("id");
    }

    private static void reply(String id, String text) {
        Api.comment(Tokens.of(Given.agent("Mei Tanaka"), "agent"), id, Map.of("body", text))
                .then()
                .statusCode(201);
    }

    private static JsonPath story(String id) {
        return Api.get("/tickets/" + id + "/story")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
