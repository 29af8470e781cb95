package helpdesk.ticket.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tickets learn how content their customers were, and unhappy answers become tickets (practice 31). */
@QuarkusTest
@WithTestResource(RealParts.class)
class FeedbackEventsTest {

    private static final String TOPIC = "helpdesk.feedback";

    private final String invitation = UUID.randomUUID().toString();
    private final UUID response = UUID.randomUUID();
    private final EventProbe probe = EventProbe.on(TOPIC, "helpdesk.ticket");

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_score_is_shown_on_the_ticket() {
        String ticket = Api.openedId();

        probe.publish(TOPIC, answered(ticket, 4));

        awaitVersion(ticket, 1);
        assertThat(Api.read(ticket).getMap("satisfaction"))
                .isEqualTo(Map.of("score", 4, "surveyResponseId", response.toString()));
    }

    @Test
    void a_later_word_replaces_the_former_and_the_same_word_changes_nothing() {
        String ticket = Api.openedId();

        probe.publish(TOPIC, answered(ticket, 4));
        probe.publish(TOPIC, answered(ticket, 4));
        probe.publish(TOPIC, answered(ticket, 9));

        awaitVersion(ticket, 2);
        assertThat(Api.read(ticket).getInt("satisfaction.score")).isEqualTo(9);
    }

    @Test
    void an_answer_without_a_score_says_nothing_about_content() {
        String ticket = Api.openedId();
        Event unscored = answered(ticket, 4);
        ((ObjectNode) unscored.data()).remove("score");

        probe.publish(TOPIC, unscored);
        probe.publish(TOPIC, answered(ticket, 8));

        awaitVersion(ticket, 1);
        assertThat(Api.read(ticket).getInt("satisfaction.score")).isEqualTo(8);
    }

    @Test
    void a_closed_ticket_is_rated_too() {
        String ticket = Given.closedTicket();
        int version = Api.read(ticket).getInt("version");

        probe.publish(TOPIC, answered(ticket, 10));

        awaitVersion(ticket, version + 1);
    }

    @Test
    void an_unhappy_answer_opens_a_complaint_with_experienced_people() {
        Map<String, Object> told = Api.ticket("channel", "phone");
        told.put("language", "bn");
        told.put("category", "delivery");
        String ticket = Api.opened(told).getString("id");
        Api.changed(ticket, Map.of("group", "logistics"));

        probe.publish(TOPIC, detractor(ticket));

        JsonPath followUp = Api.read(awaitedFollowUp(ticket));
        assertThat(followUp.getString("type")).isEqualTo("complaint");
        assertThat(followUp.getString("priority")).isEqualTo("high");
        assertThat(followUp.getInt("tier")).isEqualTo(2);
        assertThat(followUp.getString("status")).isEqualTo("new");
        assertThat(followUp.getString("channel")).isEqualTo("phone");
        assertThat(followUp.getString("language")).isEqualTo("bn");
        assertThat(followUp.getString("category")).isEqualTo("delivery");
        assertThat(followUp.getString("group")).isEqualTo("logistics");
        assertThat(followUp.getMap("requester")).isEqualTo(Api.read(ticket).getMap("requester"));
        assertThat(followUp.getString("subject")).isEqualTo("Unhappy with the answer: The printer is on fire");
        assertThat(followUp.getString("description"))
                .startsWith("The customer rated our answer 4 of 10.")
                .contains("What should we do better?\nTell me that a parcel is late before I have to ask.");
    }

    @Test
    void it_opens_exactly_one_however_often_it_is_told() {
        String ticket = Api.openedId();
        Event detractor = detractor(ticket);
        for (int i = 0; i < 20; i++) {
            probe.publish(TOPIC, detractor);
        }
        probe.publish(TOPIC, detractor.again());
        probe.publish(TOPIC, answered(ticket, 4));

        awaitVersion(ticket, 1);
        assertThat(followUps(ticket)).hasSize(1);
    }

    @Test
    void what_was_with_the_highest_tier_stays_there() {
        String ticket = Api.openedId();
        Api.escalated(ticket);
        Api.escalated(ticket);

        probe.publish(TOPIC, detractor(ticket));

        assertThat(Api.read(awaitedFollowUp(ticket)).getInt("tier")).isEqualTo(3);
    }

    @Test
    void a_long_story_is_cut_to_what_a_description_holds() {
        String ticket = Api.opened(Api.ticket("subject", "x".repeat(300))).getString("id");

        probe.publish(
                TOPIC,
                detractor(ticket)
                        .withData("comments", List.of(Map.of("question", "Why?", "text", "long ".repeat(20_000)))));

        JsonPath followUp = Api.read(awaitedFollowUp(ticket));
        assertThat(followUp.getString("description")).hasSize(65_536).endsWith("…");
        assertThat(followUp.getString("subject")).hasSize(300).endsWith("…");
    }

    @Test
    void the_follow_up_tells_which_answer_led_to_it() {
        String ticket = Api.openedId();

        probe.publish(TOPIC, detractor(ticket));

        Event opened = probe.await("org.helpdesk.ticket.opened.v1", awaitedFollowUp(ticket));
        Contracts.assertFits(opened);
        assertThat(opened.data().path("source").asText()).isEqualTo("follow_up");
        assertThat(opened.data().path("followUpOf").asText()).isEqualTo(ticket);
        assertThat(opened.data().path("surveyResponseId").asText()).isEqualTo(response.toString());
        assertThat(opened.data().path("description").asText()).startsWith("The customer rated");
        assertThat(opened.attributes()).containsEntry("actor", "system:ticket-service.feedback");
    }

    @Test
    void a_changed_answer_changes_the_satisfaction_once() {
        String ticket = Api.openedId();
        Event changed = changed(ticket, 9, "2026-10-07T18:09:07.665Z");

        probe.publish(TOPIC, answered(ticket, 4));
        probe.publish(TOPIC, changed);
        probe.publish(TOPIC, changed);
        probe.publish(TOPIC, changed.again());
        awaitHandled(ticket);

        assertThat(Api.read(ticket).getMap("satisfaction"))
                .isEqualTo(Map.of("score", 9, "surveyResponseId", response.toString()));
        assertThat(Api.read(ticket).getInt("version")).isEqualTo(2);
        assertThat(scoresInHistory(ticket)).containsExactly(4, 9);
    }

    @Test
    void the_last_change_of_an_answer_stands_in_whatever_order_they_come() {
        String ticket = Api.openedId();

        probe.publish(TOPIC, changed(ticket, 7, "2026-10-08T09:00:00Z"));
        probe.publish(TOPIC, changed(ticket, 2, "2026-10-07T19:00:00Z"));
        probe.publish(TOPIC, answered(ticket, 4));
        awaitHandled(ticket);

        assertThat(Api.read(ticket).getInt("satisfaction.score")).isEqualTo(7);
        assertThat(Api.read(ticket).getInt("version")).isEqualTo(1);
    }

    @Test
    void who_says_the_same_again_is_not_told_of_but_remembered() {
        String ticket = Api.openedId();

        probe.publish(TOPIC, answered(ticket, 4));
        probe.publish(TOPIC, changed(ticket, 4, "2026-10-08T09:00:00Z"));
        probe.publish(TOPIC, changed(ticket, 9, "2026-10-07T19:00:00Z"));
        awaitHandled(ticket);

        assertThat(Api.read(ticket).getInt("satisfaction.score")).isEqualTo(4);
        assertThat(Api.read(ticket).getInt("version")).isEqualTo(1);
    }

    @Test
    void a_score_that_is_taken_back_is_gone() {
        String ticket = Api.openedId();

        probe.publish(TOPIC, answered(ticket, 4));
        probe.publish(TOPIC, changed(ticket, 4, "2026-10-08T09:00:00Z").withData("score", null));

        awaitVersion(ticket, 2);
        assertThat(Api.read(ticket).getMap("satisfaction")).isNull();
    }

    @Test
    void the_solution_of_a_follow_up_tells_which_answer_led_to_it() {
        String ticket = Api.openedId();
        probe.publish(TOPIC, detractor(ticket));
        String followUp = awaitedFollowUp(ticket);

        Api.resolved(followUp, Given.agent());

        Event resolved = probe.await("org.helpdesk.ticket.resolved.v1", followUp);
        Contracts.assertFits(resolved);
        assertThat(resolved.data().path("followUpOf").asText()).isEqualTo(ticket);
        assertThat(resolved.data().path("surveyResponseId").asText()).isEqualTo(response.toString());
    }

    private static List<Integer> scoresInHistory(String ticket) {
        return Api.get("/tickets/" + ticket + "/history?limit=100")
                .jsonPath()
                .getList("items.findAll { it.field == 'satisfaction' }.to.score");
    }

    private Event changed(String ticket, int score, String at) {
        return about(ticket, "org.helpdesk.survey.answer-changed.v1")
                .withData("score", score)
                .withData("changedAt", at);
    }

    /** Waits until all that was published about the ticket was taken in. */
    private void awaitHandled(String ticket) {
        Event last = about(ticket, "org.helpdesk.survey.expired.v1");
        probe.publish(TOPIC, last);
        Awaitility.await()
                .until(() -> Database.count(
                                "inbox where consumer = ? and event_id = ?", "ticket-service.feedback", last.id())
                        == 1);
    }

    private Event answered(String ticket, int score) {
        return about(ticket, "org.helpdesk.survey.answered.v1").withData("score", score);
    }

    private Event detractor(String ticket) {
        return about(ticket, "org.helpdesk.feedback.detractor-reported.v1");
    }

    private Event about(String ticket, String type) {
        return Contracts.sample(type)
                .again()
                .with("subject", invitation)
                .withData("invitationId", invitation)
                .withData("responseId", response)
                .withData("ticketId", ticket);
    }

    private static String awaitedFollowUp(String ticket) {
        Awaitility.await().until(() -> !followUps(ticket).isEmpty());
        return followUps(ticket).getFirst();
    }

    private static List<String> followUps(String ticket) {
        return Api.agent()
                .get("/api/v1/tickets?followUpOf=" + ticket)
                .jsonPath()
                .getList("items.id");
    }

    private static void awaitVersion(String ticket, int version) {
        Awaitility.await().until(() -> Api.read(ticket).getInt("version") == version);
    }
}
