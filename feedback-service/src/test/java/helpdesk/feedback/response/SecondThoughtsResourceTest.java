package helpdesk.feedback.response;

import static helpdesk.feedback.fixture.Surveys.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import helpdesk.feedback.fixture.Invitations;
import helpdesk.feedback.fixture.Story;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers are kept until they are sent, can be changed for a while, and may come by phone. */
@QuarkusTest
@WithTestResource(RealParts.class)
class SecondThoughtsResourceTest {

    private final EventProbe probe = EventProbe.on("helpdesk.feedback");
    private final Story story = Story.begin();

    @Inject
    MovableClock clock;

    @AfterEach
    void close() {
        probe.close();
        clock.reset();
    }

    @Test
    void what_is_kept_counts_when_it_is_sent() {
        String path = invite();
        put(path + "/draft", "{\"answers\":[{\"key\":\"improve\",\"value\":\"Sooner\"}]}")
                .then()
                .statusCode(204);
        given().get(path).then().body("draft.key", contains("improve")).body("state", equalTo("sent"));
        as("agent")
                .queryParam("ticketId", story.ticketId())
                .get("/api/v1/responses")
                .then()
                .body("items.size()", equalTo(0));
        put(path + "/draft", "{\"answers\":[{\"key\":\"rating\",\"value\":11}]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/answers/0/value"));
        answer(path, 9).then().statusCode(201).body("changeableUntil", notNullValue());
        put(path + "/draft", "{\"answers\":[{\"key\":\"rating\",\"value\":1}]}")
                .then()
                .statusCode(409);
    }

    @Test
    void a_changed_answer_is_told_and_an_unhappy_one_followed_up_once() {
        String path = invite();
        put(path + "/response", rating(5)).then().statusCode(409).body("code", equalTo("not-answered"));
        answer(path, 9);
        put(path + "/response", rating(5)).then().statusCode(200).body("score", equalTo(5));
        put(path + "/response", rating(5)).then().statusCode(200);
        put(path + "/response", rating(4)).then().statusCode(200);
        String id = Invitations.of(story).getFirst().get("id").toString();
        Event last = probe.await(event -> event.type().equals("org.helpdesk.survey.answer-changed.v1")
                && event.subject().equals(id)
                && event.data().get("score").asInt() == 4);
        Contracts.assertFits(last);
        assertThat(last.data().get("via").asText()).isEqualTo("api");
        assertThat(probe.of(id))
                .extracting(Event::type)
                .containsExactly(
                        "org.helpdesk.survey.invited.v1",
                        "org.helpdesk.survey.answered.v1",
                        "org.helpdesk.survey.answer-changed.v1",
                        "org.helpdesk.feedback.detractor-reported.v1",
                        "org.helpdesk.survey.answer-changed.v1");
    }

    @Test
    void whoever_answers_at_the_last_moment_has_two_weeks_to_change_it() {
        String path = invite();
        clock.move(Duration.ofDays(13));
        answer(path, 9).then().statusCode(201);
        clock.move(Duration.ofDays(13));
        put(path + "/response", rating(8)).then().statusCode(200);
        clock.move(Duration.ofDays(2));
        put(path + "/response", rating(7)).then().statusCode(410).body("code", equalTo("link-expired"));
    }

    @Test
    void an_agent_takes_down_what_is_answered_on_the_phone_also_before_it_is_sent() {
        Story fresh = Story.begin().resolvedWith("resolvedAt", Instant.now().toString());
        probe.publish("helpdesk.ticket", fresh.resolved());
        String id = Invitations.await(fresh, "scheduled").get("id").toString();
        String path = "/api/v1/invitations/" + id;
        as("agent")
                .queryParam("language", "de")
                .get(path + "/survey")
                .then()
                .statusCode(200)
                .body("language", equalTo("de"));
        given().contentType(ContentType.JSON)
                .body(rating(3))
                .post(path + "/response")
                .then()
                .statusCode(401);
        as("integration").body(rating(3)).post(path + "/response").then().statusCode(403);
        as("agent")
                .body(rating(3))
                .post(path + "/response")
                .then()
                .statusCode(201)
                .body("score", equalTo(3));
        as("agent").body(rating(4)).post(path + "/response").then().statusCode(409);
        Event answered = probe.await("org.helpdesk.survey.answered.v1", id);
        assertThat(answered.data().get("via").asText()).isEqualTo("phone");
        assertThat(answered.attributes().get("actor")).startsWith("account:");
        probe.await("org.helpdesk.feedback.detractor-reported.v1", id);
        clock.move(Duration.ofHours(25));
        assertThat(probe.of(id)).extracting(Event::type).doesNotContain("org.helpdesk.survey.invited.v1");
        as("agent")
                .get("/api/v1/invitations/01a05bf9-e960-7c19-8a3e-000000000000/survey")
                .then()
                .statusCode(404);
    }

    private String invite() {
        return Invitations.path(Invitations.sent(probe, story));
    }

    private static String rating(int rating) {
        return "{\"answers\":[{\"key\":\"rating\",\"value\":%d}]}".formatted(rating);
    }

    private static Response answer(String path, int rating) {
        return given().contentType(ContentType.JSON).body(rating(rating)).post(path + "/response");
    }

    private static Response put(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).put(path);
    }
}
