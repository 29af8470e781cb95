package helpdesk.feedback.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import helpdesk.feedback.fixture.Invitations;
import helpdesk.feedback.fixture.Person;
import helpdesk.feedback.fixture.Story;
import helpdesk.platform.erasure.Mentions;
import helpdesk.platform.persistence.Sql;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class ErasureTest {

    private static final String TICKETS = "helpdesk.ticket";
    private static final String CUSTOMERS = "helpdesk.customer";
    private static final String RECEIPT = "org.helpdesk.personal-data.erased.v1";

    private static EventProbe probe;

    @Inject
    Mentions mentions;

    @Inject
    Sql sql;

    @Inject
    MovableClock clock;

    private final Person person = Person.somebody();
    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void listen() {
        probe = EventProbe.on("helpdesk.feedback");
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
    void nothing_is_left_of_whoever_wants_to_be_forgotten() {
        Story answered = person.story();
        Story sent = person.story().with("followUpOf", answered.ticketId());
        Story scheduled =
                person.story().resolvedWith("resolvedAt", Instant.now().toString());
        Story reopened = person.story().with("followUpOf", answered.ticketId());
        Story unknownAnswered = person.story().with("customerId", null).with("followUpOf", answered.ticketId());
        Story neighbour = Story.begin();
        String answeredPath = Invitations.path(Invitations.sent(probe, answered));
        String sentPath = Invitations.path(Invitations.sent(probe, sent));
        String unknownPath = Invitations.path(Invitations.sent(probe, unknownAnswered));
        String neighbourPath = Invitations.path(Invitations.sent(probe, neighbour));
        probe.publish(TICKETS, scheduled.resolved());
        Invitations.await(scheduled, "scheduled");
        Invitations.sent(probe, reopened);
        probe.publish(TICKETS, reopened.reopened(1));
        Invitations.await(reopened, "dropped");
        askWithChoice(answered);
        answer(answeredPath, """
                {"answers":[{"key":"rating","value":3,"comment":"%1$s waited"},{"key":"best","value":"speed"},
                            {"key":"words","value":"Call me at %2$s"}]}""".formatted(person.name(), person.phone()));
        answer(
                unknownPath,
                "{\"answers\":[{\"key\":\"rating\",\"value\":2,\"comment\":\"%s\"}]}".formatted(person.email()));
        answer(neighbourPath, "{\"answers\":[{\"key\":\"rating\",\"value\":2,\"comment\":\"All mine\"}]}");
        failWith(person);
        assertThat(tablesThatMention(person))
                .anyMatch(found -> found.contains("column=contact,"))
                .anyMatch(found -> found.contains("column=contact_email,"))
                .anyMatch(found -> found.contains("column=answers,"))
                .anyMatch(found -> found.contains("table=dead_letter"));

        Event receipt = erase(1);

        Contracts.assertFits(receipt);
        assertThat(receipt.data().get("service").asText()).isEqualTo("feedback-service");
        assertThat(receipt.data().get("erased").get("invitations").asInt()).isEqualTo(5);
        assertThat(receipt.data().get("erased").get("responses").asInt()).isEqualTo(2);
        assertNothingIsLeft();
        assertThat(Invitations.of(sent).getFirst())
                .containsEntry("state", "dropped")
                .containsEntry("dropReason", "erased")
                .doesNotContainKey("link");
        assertThat(Invitations.of(scheduled).getFirst()).containsEntry("dropReason", "erased");
        assertThat(Invitations.of(reopened).getFirst()).containsEntry("dropReason", "reopened");
        assertThat(Invitations.of(answered).getFirst())
                .containsEntry("state", "answered")
                .doesNotContainKey("link");
        for (String path : List.of(sentPath, answeredPath, unknownPath)) {
            given().get(path).then().statusCode(404).body("code", equalTo("not-found"));
        }
        post(answeredPath, "{\"answers\":[{\"key\":\"rating\",\"value\":3}]}")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        responses(answered)
                .then()
                .body("items.score", contains(3))
                .body("items[0].answers.key", contains("rating", "best", "words"))
                .body("items[0].answers.value", contains(3, "speed", "[erased]"))
                .body("items[0].answers[0]", not(hasKey("comment")));
        responses(neighbour).then().body("items[0].answers[0].comment", equalTo("All mine"));
        assertThat(Invitations.of(neighbour).getFirst()).containsKey("link");
        given().get(neighbourPath).then().statusCode(200).body("state", equalTo("answered"));
    }

    @Test
    void nothing_comes_back_and_a_second_round_finds_what_was_under_way() {
        Story known = person.story();
        Invitations.sent(probe, known);
        erase(1);
        assertNothingIsLeft();

        Story another = person.story();
        Story underWay = person.story().with("customerId", null);
        probe.publish(TICKETS, known.resolved());
        probe.publish(TICKETS, known.resolved(1));
        probe.publish(TICKETS, known.with("customerId", null).resolved(2));
        probe.publish(TICKETS, another.resolved());
        Invitations.sent(probe, underWay);
        probe.publish(TICKETS, underWay.with("customerId", person.customerId()).changed());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Invitations.of(underWay).getFirst().containsKey("customerId"));
        assertThat(Invitations.of(known)).hasSize(1);
        assertThat(Invitations.of(another)).isEmpty();

        Event receipt = erase(2);

        assertThat(receipt.data().get("erased").get("invitations").asInt()).isEqualTo(1);
        assertNothingIsLeft();
        Event third = erase(3);
        assertThat(third.data().get("erased").get("invitations").asInt()).isZero();
    }

    @Test
    void nobody_is_asked_whose_erasure_has_begun() {
        Story story = person.story().resolvedWith("resolvedAt", Instant.now().toString());
        probe.publish(TICKETS, story.resolved());
        Invitations.await(story, "scheduled");
        QuarkusTransaction.requiringNew()
                .run(() -> sql.execute(
                        "insert into erased_subject (id, erased_at) values (?, now())", person.customerId()));

        clock.move(Duration.ofHours(25));

        assertThat(Invitations.await(story, "dropped"))
                .containsEntry("dropReason", "erased")
                .doesNotContainKey("sentAt");
    }

    @Test
    void what_is_of_former_profiles_is_erased_too() {
        UUID duplicate = UUID.randomUUID();
        Story theirs = Story.begin().with("customerId", duplicate).resolvedWith("requester", person.requester());
        Invitations.sent(probe, theirs);
        probe.publish(CUSTOMERS, Person.merged(duplicate, person.customerId(), 4));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> person.customerId()
                .toString()
                .equals(Invitations.of(theirs).getFirst().get("customerId")));

        erase(1);

        assertNothingIsLeft();
    }

    private Event erase(int round) {
        probe.publish(CUSTOMERS, person.erasureRequested(round));
        return probe.await(event -> RECEIPT.equals(event.type())
                && person.requestId().toString().equals(event.subject())
                && event.data().get("round").asInt() == round);
    }

    private void assertNothingIsLeft() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(tablesThatMention(person))
                .isEmpty());
    }

    /** The topics still have what was told before; who owns the request clears them. */
    private List<String> tablesThatMention(Person somebody) {
        return mentions.everywhere(somebody.terms()).stream()
                .filter(found -> found.contains("topic=null"))
                .toList();
    }

    /** An event of theirs that cannot be handled is set aside with all that it says. */
    private void failWith(Person somebody) {
        Story broken = somebody.story().resolvedWith("resolvedAt", null);
        probe.publish(TICKETS, broken.resolved());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> given().auth()
                .oauth2(Tokens.of("admin"))
                .queryParam("limit", 100)
                .get("/api/v1/services/feedback-service/dead-letters")
                .<List<String>>path("items.key")
                .contains(broken.ticketId().toString()));
    }

    /** Lets the story be about a survey with a choice and a free text. */
    private void askWithChoice(Story story) {
        String survey = given().auth()
                .oauth2(Tokens.of("supervisor"))
                .contentType(ContentType.JSON)
                .body("""
                        {"name":"All kinds","questions":[
                          {"key":"rating","kind":"rating10","text":{"en":"How was it?"}},
                          {"key":"best","kind":"choice","text":{"en":"What was best?"},
                           "options":[{"value":"speed","text":{"en":"Speed"}},{"value":"all","text":{"en":"All"}}]},
                          {"key":"words","kind":"text","text":{"en":"What else?"}}]}""")
                .post("/api/v1/surveys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        QuarkusTransaction.requiringNew()
                .run(() -> sql.execute(
                        "update invitation set survey_id = ?, version = version + 1 where ticket_id = ?",
                        UUID.fromString(survey),
                        story.ticketId()));
    }

    private void answer(String path, String body) {
        post(path, body).then().statusCode(201);
    }

    private Response post(String path, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key + path.hashCode())
                .body(body)
                .post(path + "/response");
    }

    private static Response responses(Story story) {
        return given().auth()
                .oauth2(Tokens.of("agent"))
                .queryParam("ticketId", story.ticketId())
                .get("/api/v1/responses");
    }
}
