package helpdesk.feedback.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.feedback.fixture.Invitations;
import helpdesk.feedback.fixture.Story;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class SurveyEventsTest {

    private static final String INVITED = "org.helpdesk.survey.invited.v1";
    private static final String ANSWERED = "org.helpdesk.survey.answered.v1";
    private static final String DETRACTOR = "org.helpdesk.feedback.detractor-reported.v1";

    private static EventProbe probe;

    @BeforeAll
    static void listen() {
        probe = EventProbe.on("helpdesk.feedback");
    }

    @AfterAll
    static void leave() {
        probe.close();
    }

    @Test
    void an_invitation_is_told_as_the_consequence_of_the_solution() {
        Story story = Story.begin();
        Event resolved = story.resolved();
        probe.publish("helpdesk.ticket", resolved);
        Map<String, Object> invitation = Invitations.await(story, "sent");
        Event invited = probe.await(INVITED, invitation.get("id"));
        Contracts.assertFits(invited);
        assertThat(invited.data().get("link").asText()).isEqualTo(invitation.get("link"));
        assertThat(invited.data().get("customerId").asText())
                .isEqualTo(story.customerId().toString());
        assertThat(invited.data().get("contact").get("email").asText()).isEqualTo(story.customerId() + "@example.com");
        assertThat(invited.data().get("firstQuestion").get("kind").asText()).isEqualTo("rating10");
        assertThat(invited.data().get("firstQuestion").get("high").asInt()).isEqualTo(10);
        assertThat(invited.attributes())
                .containsEntry("source", "/feedback-service")
                .containsEntry("causationid", resolved.id())
                .containsEntry("correlationid", resolved.attributes().get("correlationid"))
                .containsEntry("traceparent", resolved.attributes().get("traceparent"))
                .containsEntry("actor", "system:survey-after-resolution");
    }

    @Test
    void an_invitation_of_somebody_hardly_known_fits_the_contract_too() {
        Story story = Story.begin()
                .with("customerId", null)
                .with("language", null)
                .with("group", null)
                .with("category", null)
                .resolvedWith("requester", Map.of());
        Object id = Invitations.sent(probe, story).get("id");
        Contracts.assertFits(probe.await(INVITED, id));
        answer(story, "{\"answers\":[{\"key\":\"rating\",\"value\":2}]}");
        Contracts.assertFits(probe.await(ANSWERED, id));
        Event detractor = probe.await(DETRACTOR, id);
        Contracts.assertFits(detractor);
        assertThat(detractor.data().get("comments")).isEmpty();
        assertThat(detractor.attributes()).containsEntry("actor", "customer:" + id);
    }

    @Test
    void a_happy_answer_is_told() {
        Story story = Story.begin();
        Object id = Invitations.sent(probe, story).get("id");
        answer(story, "{\"answers\":[{\"key\":\"rating\",\"value\":7}]}");
        Event answered = probe.await(ANSWERED, id);
        Contracts.assertFits(answered);
        assertThat(answered.data().get("score").asInt()).isEqualTo(7);
        assertThat(answered.attributes()).containsEntry("actor", "customer:" + story.customerId());
        assertThat(probe.of(id)).extracting(Event::type).containsExactly(INVITED, ANSWERED);
    }

    @Test
    void an_unhappy_answer_is_reported_with_what_the_customer_wrote() {
        Story story = Story.begin().with("language", "fr");
        Object id = Invitations.sent(probe, story).get("id");
        answer(story, """
                {"answers":[{"key":"rating","value":6,"comment":"Trop long"},{"key":"solved","value":false},
                            {"key":"improve","value":"Répondre plus vite"}]}""");
        Event detractor = probe.await(DETRACTOR, id);
        Contracts.assertFits(detractor);
        JsonNode comments = detractor.data().get("comments");
        assertThat(comments.findValuesAsText("text")).containsExactly("Trop long", "Répondre plus vite");
        assertThat(comments.get(1).get("question").asText()).isEqualTo("Que devrions-nous améliorer ?");
        List<Event> events = probe.of(id);
        assertThat(events).extracting(Event::type).containsExactly(INVITED, ANSWERED, DETRACTOR);
        assertThat(events).extracting(Event::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(detractor.data().get("responseId"))
                .isEqualTo(events.get(1).data().get("responseId"));
    }

    private static void answer(Story story, String body) {
        String path = Invitations.path(Invitations.await(story, "sent"));
        given().contentType(ContentType.JSON)
                .body(body)
                .post(path + "/response")
                .then()
                .statusCode(201);
    }
}
