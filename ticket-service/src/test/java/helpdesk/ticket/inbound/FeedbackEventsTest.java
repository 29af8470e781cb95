package helpdesk.ticket.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.testing.Contracts;
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
