package helpdesk.feedback.improvement;

import static helpdesk.feedback.improvement.ImprovementApi.IMPROVEMENTS;
import static helpdesk.feedback.improvement.ImprovementApi.as;
import static helpdesk.feedback.improvement.ImprovementApi.awaitNobodyWaits;
import static helpdesk.feedback.improvement.ImprovementApi.finish;
import static helpdesk.feedback.improvement.ImprovementApi.merge;
import static helpdesk.feedback.improvement.ImprovementApi.open;
import static helpdesk.feedback.improvement.ImprovementApi.patch;
import static helpdesk.feedback.improvement.ImprovementApi.read;
import static helpdesk.feedback.improvement.ImprovementApi.voiceStates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.feedback.fixture.Story;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class ComplaintCauseResourceTest {

    private static final String TICKETS = "helpdesk.ticket";

    private static EventProbe probe;

    private final String cause = "carrier/" + UUID.randomUUID();

    @BeforeAll
    static void listen() {
        probe = EventProbe.on("helpdesk.feedback");
    }

    @AfterAll
    static void leave() {
        probe.close();
    }

    @Test
    void causes_are_counted_with_what_covers_them() {
        complain(complaint());
        complain(complaint());
        // Neither a question with the cause, nor one whose cause was corrected, nor a probe is counted.
        complain(Story.begin());
        Story corrected = complaint();
        complain(corrected);
        probe.publish(TICKETS, explained(corrected, "other-" + cause, 12));
        complain(complaint().with("probe", true));
        awaitCount(2);
        assertThat(counted().get("improvement")).isNull();
        String id = open("{\"title\":\"Another carrier\",\"cause\":\"%s\"}".formatted(cause));
        assertThat(counted().get("improvement"))
                .isEqualTo(Map.of("id", id, "title", "Another carrier", "state", "open"));
        as("agent")
                .queryParam("from", "2026-01-01T00:00:00Z")
                .queryParam("to", "2025-01-01T00:00:00Z")
                .get("/api/v1/complaint-causes")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?from"));
    }

    @Test
    void who_complained_of_the_cause_and_who_does_so_later_asks_for_the_improvement() {
        Story before = complaint();
        complain(before);
        complain(complaint()
                .resolvedWith(
                        "resolvedAt", Instant.now().minus(Duration.ofDays(380)).toString()));
        awaitRows(2);

        String id = open("{\"title\":\"Another carrier\",\"source\":\"cause\",\"cause\":\"%s\"}".formatted(cause));
        awaitVoices(id, 1);
        // The cause is found out after the solution, and the same customer complains again.
        Story late = complaint();
        probe.publish(TICKETS, late.resolved().with("sequence", "9"));
        probe.publish(TICKETS, explained(late, cause, 10));
        complain(before.another().with("type", "complaint"));
        awaitVoices(id, 2);
        awaitRows(4);
        as("agent")
                .get(IMPROVEMENTS + "/" + id + "/voices")
                .then()
                .body("items[1].customerId", equalTo(before.customerId().toString()))
                .body("items[1].ticketId", equalTo(before.ticketId().toString()));
        assertThat(read(id).getInt("voices")).isEqualTo(2);
    }

    @Test
    void one_improvement_covers_a_cause_until_it_is_over() {
        complain(complaint());
        awaitCount(1);
        String body = "{\"title\":\"Another carrier\",\"cause\":\"%s\"}".formatted(cause);
        String first = open(body);
        awaitVoices(first, 1);
        as("supervisor")
                .body(body)
                .post(IMPROVEMENTS)
                .then()
                .statusCode(409)
                .body("code", equalTo("cause-covered"))
                .body("improvementId", equalTo(first));
        patch(first, "{\"state\":\"declined\",\"reason\":\"Too dear.\"}").then().statusCode(200);
        String second = open(body);
        awaitVoices(second, 1);
        String into = open();
        merge(second, into).then().statusCode(201);
        Story late = complaint();
        complain(late);
        awaitVoices(into, 2);
        finish(into);
        awaitNobodyWaits(into);
        String third = open(body);
        complain(complaint());
        awaitVoices(third, 1);
        assertThat(voiceStates(into)).containsExactly("told", "told");
    }

    private static Story complaint() {
        return Story.begin().with("type", "complaint");
    }

    /** The cause is known, and the ticket solved. */
    private void complain(Story story) {
        probe.publish(TICKETS, explained(story, cause, 8));
        probe.publish(TICKETS, story.resolved().with("sequence", "9"));
    }

    private static Event explained(Story story, String cause, int sequence) {
        return story.changed()
                .with("sequence", Integer.toString(sequence))
                .withData("changes", List.of(Map.of("field", "cause", "to", cause)));
    }

    private Map<String, Object> counted() {
        List<Map<String, Object>> items = as("agent")
                .queryParam("from", Instant.now().minus(Duration.ofDays(2)).toString())
                .get("/api/v1/complaint-causes")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.stream()
                .filter(item -> cause.equals(item.get("cause")))
                .findFirst()
                .orElse(Map.of("complaints", 0));
    }

    private void awaitCount(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(counted().get("complaints")).isEqualTo(count));
    }

    private void awaitRows(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Database.count("complaint where cause = ? and resolved_at is not null", cause) == count);
    }

    private static void awaitVoices(String id, int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(voiceStates(id))
                .hasSize(count));
    }
}
