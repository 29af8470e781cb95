package helpdesk.feedback.followup;

import static helpdesk.feedback.fixture.Surveys.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import helpdesk.feedback.fixture.Invitations;
import helpdesk.feedback.fixture.Story;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An unhappy answer is followed to its end: the ticket, its solution, and what the customer says then. */
@QuarkusTest
@WithTestResource(RealParts.class)
class FollowUpEventsTest {

    private static final String TICKETS = "helpdesk.ticket";

    private final EventProbe probe = EventProbe.on("helpdesk.feedback");
    private final Map<String, Object> agent =
            Map.of("id", UUID.randomUUID().toString(), "name", "Mei Tanaka", "title", "Agent");

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void who_is_satisfied_afterwards_is_recovered() {
        Story story = Story.begin().resolvedWith("assignee", agent);
        String response = answer(story, 3);
        assertThat(of(response)).containsEntry("state", "open").doesNotContainKey("followUpTicketId");

        Story followUp = story.another()
                .with("followUpOf", story.ticketId())
                .with("surveyResponseId", response)
                .resolvedWith("assignee", agent);
        probe.publish(TICKETS, opened(followUp, response));
        probe.publish(TICKETS, opened(followUp, response).again());
        await(response, found -> found.get("followUpTicketId") != null);
        String second = answer(followUp, 9);

        Map<String, Object> done = await(response, found -> found.get("state").equals("answered"));
        assertThat(done)
                .containsEntry("followUpTicketId", followUp.ticketId().toString())
                .containsEntry("score", 3)
                .containsEntry("secondScore", 9)
                .containsEntry("secondResponseId", second)
                .containsKeys("openedAt", "resolvedAt");
        JsonPath insight = as("agent")
                .queryParam("by", "agent")
                .get("/api/v1/follow-ups/insight")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Object> mine = insight.getMap("items.find { it.key == '%s' }".formatted(agent.get("id")));
        assertThat(mine).containsEntry("reported", 1).containsEntry("name", "Mei Tanaka");
        assertThat(((Map<?, ?>) mine.get("recovered")).get("share")).isEqualTo(1.0f);
        assertThat(((Map<?, ?>) mine.get("recovered")).get("n")).isEqualTo(1);
    }

    @Test
    void a_follow_up_that_is_opened_again_is_open() {
        Story story = Story.begin();
        String response = answer(story, 6);
        Story followUp = story.another();
        probe.publish(TICKETS, opened(followUp, response));
        probe.publish(TICKETS, followUp.resolved());
        await(response, found -> found.get("state").equals("resolved"));
        probe.publish(TICKETS, followUp.reopened(1));
        await(response, found -> found.get("state").equals("open"));
    }

    @Test
    void wrong_parameters_are_named_and_roles_count() {
        as("agent")
                .queryParam("state", "lost")
                .get("/api/v1/follow-ups")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?state"));
        as("agent")
                .queryParam("by", "moon")
                .get("/api/v1/follow-ups/insight")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?by"));
        as("agent")
                .queryParam("from", "2026-01-01T00:00:00Z")
                .queryParam("to", "2025-01-01T00:00:00Z")
                .get("/api/v1/follow-ups/insight")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?from"));
        as("integration").get("/api/v1/follow-ups").then().statusCode(403);
        given().get("/api/v1/follow-ups/insight").then().statusCode(401);
    }

    @Test
    void each_is_listed_once_page_by_page() {
        List<String> answers = List.of(answer(Story.begin(), 1), answer(Story.begin(), 2), answer(Story.begin(), 3));
        List<String> listed = new ArrayList<>();
        String after = null;
        do {
            JsonPath page = as("agent")
                    .queryParam("limit", 1)
                    .queryParam("after", after == null ? "" : after)
                    .get("/api/v1/follow-ups")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("items.responseId"));
            after = page.getString("next");
        } while (after != null && !listed.containsAll(answers));
        assertThat(listed).doesNotHaveDuplicates().containsAll(answers);
    }

    private String answer(Story story, int rating) {
        String path = Invitations.path(Invitations.sent(probe, story));
        return given().contentType(ContentType.JSON)
                .body(Map.of("answers", List.of(Map.of("key", "rating", "value", rating))))
                .post(path + "/response")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Event opened(Story story, String response) {
        return Contracts.sample("org.helpdesk.ticket.opened.v1")
                .again()
                .with("subject", story.ticketId().toString())
                .with("partitionkey", story.ticketId().toString())
                .withData("ticketId", story.ticketId())
                .withData("surveyResponseId", response)
                .withData("openedAt", Instant.now().toString());
    }

    private static Map<String, Object> await(String response, Predicate<Map<String, Object>> fits) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> fits.test(of(response)));
        return of(response);
    }

    private static Map<String, Object> of(String response) {
        return as("agent")
                .queryParam("limit", 100)
                .get("/api/v1/follow-ups")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items.find { it.responseId == '%s' }".formatted(response));
    }
}
