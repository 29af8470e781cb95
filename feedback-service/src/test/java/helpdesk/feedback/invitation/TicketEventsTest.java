package helpdesk.feedback.invitation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.feedback.fixture.Invitations;
import helpdesk.feedback.fixture.Story;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class TicketEventsTest {

    private static final String TICKETS = "helpdesk.ticket";

    private static EventProbe probe;

    @Inject
    MovableClock clock;

    @BeforeAll
    static void listen() {
        probe = EventProbe.on(TICKETS);
    }

    @AfterAll
    static void leave() {
        probe.close();
    }

    @AfterEach
    void restoreTime() {
        clock.reset();
    }

    @Test
    void a_solved_ticket_is_asked_about() {
        Story story = Story.begin();
        Map<String, Object> invitation = Invitations.sent(probe, story);
        assertThat(invitation)
                .containsEntry("ticketId", story.ticketId().toString())
                .containsEntry("ticketNumber", "HD-1042")
                .containsEntry("customerId", story.customerId().toString())
                .containsEntry("surveyName", "Did we help?")
                .containsEntry("language", "en")
                .containsKeys("id", "surveyId", "dueAt", "sentAt", "expiresAt")
                .doesNotContainKeys("answeredAt", "dropReason");
        assertThat((String) invitation.get("link")).startsWith("http://localhost:8080/api/v1/survey-links/");
    }

    @Test
    void nobody_is_asked_before_the_delay_is_over() {
        Story story = Story.begin().resolvedWith("resolvedAt", Instant.now().toString());
        probe.publish(TICKETS, story.resolved());
        assertThat(Invitations.await(story, "scheduled")).doesNotContainKeys("link", "sentAt");
        clock.move(Duration.ofHours(25));
        assertThat(Invitations.await(story, "sent")).containsKey("link");
    }

    @Test
    void an_event_that_comes_again_and_again_has_one_effect() {
        Story story = Story.begin();
        Event resolved = story.resolved();
        for (int i = 0; i < 20; i++) {
            probe.publish(TICKETS, resolved);
            probe.publish(TICKETS, resolved.again());
        }
        probe.publish(TICKETS, story.resolved(1));
        Invitations.await(story, "dropped");
        assertThat(Invitations.of(story)).hasSize(2);
    }

    @Test
    void a_reopened_ticket_is_not_asked_about() {
        Story story = Story.begin().resolvedWith("resolvedAt", Instant.now().toString());
        probe.publish(TICKETS, story.resolved());
        Invitations.await(story, "scheduled");
        probe.publish(TICKETS, story.reopened(1));
        assertThat(Invitations.await(story, "dropped"))
                .containsEntry("dropReason", "reopened")
                .doesNotContainKey("link");
    }

    @Test
    void the_link_of_a_reopened_ticket_is_closed_and_its_next_solution_asked_about() {
        Story story = Story.begin();
        String path = Invitations.path(Invitations.sent(probe, story));
        probe.publish(TICKETS, story.reopened(1));
        Invitations.await(story, "dropped");
        given().get(path).then().statusCode(410).body("code", equalTo("survey-withdrawn"));
        probe.publish(TICKETS, story.resolved(1));
        Invitations.await(story, "sent");
        assertThat(Invitations.of(story)).hasSize(2);
    }

    @Test
    void a_solution_that_arrives_after_its_reopening_is_not_asked_about() {
        Story story = Story.begin();
        probe.publish(TICKETS, story.reopened(1));
        probe.publish(TICKETS, story.resolved(0));
        probe.publish(TICKETS, story.resolved(1));
        Invitations.await(story, "sent");
        assertThat(Invitations.of(story)).hasSize(1);
    }

    @Test
    void a_customer_is_left_in_peace_for_a_while() {
        Story first = Story.begin();
        Invitations.sent(probe, first);
        Story second = first.another();
        probe.publish(TICKETS, second.resolved());
        assertThat(Invitations.await(second, "dropped")).containsEntry("dropReason", "quiet-period");
        Story byAddressOnly = first.another().with("customerId", null);
        probe.publish(TICKETS, byAddressOnly.resolved());
        Invitations.await(byAddressOnly, "dropped");
        clock.move(Duration.ofDays(31));
        Story later = first.another();
        probe.publish(TICKETS, later.resolved());
        Invitations.await(later, "sent");
    }

    @Test
    void of_several_solutions_at_once_a_customer_is_asked_about_one() {
        Story first = Story.begin();
        List<Story> stories = Stream.concat(
                        Stream.of(first), Stream.generate(first::another).limit(9))
                .toList();
        stories.forEach(story -> probe.publish(TICKETS, story.resolved()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(statesOf(stories)).hasSize(10).doesNotContain("scheduled"));
        assertThat(statesOf(stories)).containsOnlyOnce("sent");
    }

    @Test
    void the_solution_of_a_follow_up_is_asked_about_in_any_case() {
        Story first = Story.begin();
        Invitations.sent(probe, first);
        Story followUp = first.another().with("followUpOf", first.ticketId());
        Invitations.sent(probe, followUp);
    }

    @Test
    void a_customer_who_is_identified_later_is_learned() {
        UUID customer = UUID.randomUUID();
        Story story = Story.begin().with("customerId", null);
        assertThat(Invitations.sent(probe, story)).doesNotContainKey("customerId");
        probe.publish(TICKETS, story.with("customerId", customer).changed());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> customer.toString()
                .equals(Invitations.of(story).getFirst().get("customerId")));
    }

    @Test
    void who_solved_it_alone_is_asked_nothing() {
        Story alone = Story.begin().resolvedWith("assignee", null);
        probe.publish(TICKETS, alone.resolved());
        Invitations.sent(probe, Story.begin());

        assertThat(Invitations.of(alone)).isEmpty();
        assertThat(deadLetterKeys()).doesNotContain(alone.ticketId().toString());
    }

    @Test
    void nobody_is_asked_about_a_probe() {
        Story own = Story.begin().with("probe", true);
        probe.publish(TICKETS, own.resolved());
        Invitations.sent(probe, Story.begin());

        assertThat(Invitations.of(own)).isEmpty();
    }

    @Test
    void nobody_is_asked_about_a_win_back() {
        Story winBack = Story.begin().with("winBackOf", UUID.randomUUID());
        probe.publish(TICKETS, winBack.resolved());
        Invitations.sent(probe, Story.begin());

        assertThat(Invitations.of(winBack)).isEmpty();
        assertThat(deadLetterKeys()).doesNotContain(winBack.ticketId().toString());
    }

    @Test
    void what_cannot_be_read_is_set_aside_and_the_next_is_read() {
        Story foreign = Story.begin();
        Story broken = Story.begin();
        Story incomplete = Story.begin().resolvedWith("requester", null);
        Story good = Story.begin();
        probe.publish(TICKETS, foreign.resolved().with("type", "com.example.ticket.resolved"));
        probe.publish(new ProducerRecord<>(
                TICKETS, broken.ticketId().toString(), "{\"half\":".getBytes(StandardCharsets.UTF_8)));
        probe.publish(TICKETS, incomplete.resolved());
        Invitations.sent(probe, good);
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(deadLetterKeys())
                .contains(
                        foreign.ticketId().toString(),
                        broken.ticketId().toString(),
                        incomplete.ticketId().toString()));
    }

    @Test
    void types_that_a_newer_producer_added_are_passed_over() {
        Story story = Story.begin();
        probe.publish(TICKETS, story.changed().with("type", "org.helpdesk.ticket.painted.v1"));
        Invitations.sent(probe, story);
        assertThat(deadLetterKeys()).doesNotContain(story.ticketId().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ticket.merged",
                "ticket.unmerged",
                "ticket.callback-asked",
                "side-conversation.written",
                "presence.changed"
            })
    void what_is_nothing_to_ask_about_is_passed_over(String kind) {
        Story story = Story.begin();
        probe.publish(
                TICKETS,
                Contracts.sample("org.helpdesk." + kind + ".v1")
                        .again()
                        .with("subject", story.ticketId().toString())
                        .withData("ticketId", story.ticketId()));
        Invitations.sent(probe, story);
        assertThat(Invitations.of(story)).hasSize(1);
        assertThat(deadLetterKeys()).doesNotContain(story.ticketId().toString());
    }

    private static List<Object> statesOf(List<Story> stories) {
        return stories.stream()
                .flatMap(story -> Invitations.of(story).stream())
                .map(invitation -> invitation.get("state"))
                .toList();
    }

    private static List<String> deadLetterKeys() {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .queryParam("limit", 100)
                .get("/api/v1/services/feedback-service/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .path("items.key");
    }
}
