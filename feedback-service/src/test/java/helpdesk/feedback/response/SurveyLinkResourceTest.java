package helpdesk.feedback.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import helpdesk.feedback.fixture.Invitations;
import helpdesk.feedback.fixture.Story;
import helpdesk.platform.identity.CustomerLinks;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class SurveyLinkResourceTest {

    private static final String LINKS = "/api/v1/survey-links/";
    private static final String GOOD = """
            {"answers":[{"key":"rating","value":9},{"key":"solved","value":true,"comment":"At once"},
                        {"key":"improve","value":"Nothing"}]}""";

    private static EventProbe probe;

    @Inject
    MovableClock clock;

    @Inject
    CustomerLinks links;

    @BeforeAll
    static void listen() {
        probe = EventProbe.on("helpdesk.ticket");
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
    void the_customer_is_asked_in_the_language_of_the_ticket() {
        String path = invite(Story.begin().with("language", "de-AT"));
        given().get(path)
                .then()
                .statusCode(200)
                .body("survey.name", equalTo("Did we help?"))
                .body("survey.questions.key", contains("rating", "solved", "improve"))
                .body("survey.questions.kind", contains("rating10", "yesNo", "improvement"))
                .body("survey.questions.required", contains(true, false, false))
                .body("survey.questions[2].text", equalTo("Was sollen wir besser machen?"))
                .body("survey.questions[0]", not(hasKey("options")))
                .body("language", equalTo("de"))
                .body("ticketNumber", equalTo("HD-1042"))
                .body("agentName", equalTo("Mei Tanaka"))
                .body("state", equalTo("sent"))
                .body("expiresAt", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({"fr-CA,fr", "ta,ta", "sw,en"})
    void another_language_can_be_asked_for(String wanted, String spoken) {
        String path = invite(Story.begin());
        given().queryParam("language", wanted).get(path).then().statusCode(200).body("language", equalTo(spoken));
    }

    @Test
    void what_is_no_language_is_named() {
        given().queryParam("language", "not_a_tag")
                .get(invite(Story.begin()))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?language"));
    }

    @Test
    void an_answer_gets_a_receipt_in_its_language() {
        Story story = Story.begin().with("language", "de");
        String path = invite(story);
        answer(path, GOOD)
                .then()
                .statusCode(201)
                .header("Location", containsString(path))
                .body("id", notNullValue())
                .body("receivedAt", notNullValue())
                .body("message", startsWith("Vielen Dank!"))
                .body("score", equalTo(9));
        assertThat(Invitations.await(story, "answered")).containsKeys("answeredAt", "link");
        given().get(path).then().statusCode(200).body("state", equalTo("answered"));
        given().auth()
                .oauth2(Tokens.of("agent"))
                .queryParam("ticketId", story.ticketId())
                .get("/api/v1/responses")
                .then()
                .statusCode(200)
                .body("items.score", contains(9))
                .body("items[0].language", equalTo("de"))
                .body("items[0].customerId", equalTo(story.customerId().toString()))
                .body("items[0].answers.key", contains("rating", "solved", "improve"))
                .body("items[0].answers.value", contains(9, true, "Nothing"))
                .body("items[0].answers[1].comment", equalTo("At once"));
    }

    @Test
    void what_does_not_fit_is_named_and_nothing_is_stored() {
        String path = invite(Story.begin());
        answer(path, """
                {"answers":[{"key":"rating","value":11},{"key":"rating","value":1},{"key":"mood","value":1},
                            {"key":"solved","value":"yes"},{"key":"improve","value":"  "}]}""")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/answers/0/value",
                                "/answers/1/key",
                                "/answers/2/key",
                                "/answers/3/value",
                                "/answers/4/value"));
        answer(path, "{\"answers\":[{\"key\":\"solved\",\"value\":true}]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/answers"))
                .body("errors.code", contains("missing-answer"));
        given().get(path).then().body("state", equalTo("sent"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9.5 | /answers/0/value",
                "99999999999 | /answers/0/value",
                "null | /answers/0/value",
                "[1] | /answers/0/value",
                "\"\\u0000\" | /answers/0/value",
                "9,\"comment\":\" \" | /answers/0/comment",
                "9,\"mood\":1 | /answers/0/mood"
            })
    void what_is_no_answer_at_all_is_named(String value, String pointer) {
        answer(invite(Story.begin()), "{\"answers\":[{\"key\":\"rating\",\"value\":" + value + "}]}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void a_missing_body_is_named() {
        given().contentType(ContentType.JSON)
                .post(invite(Story.begin()) + "/response")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
        answer(invite(Story.begin()), "{\"answers\":[]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/answers"));
    }

    @Test
    void the_second_answer_is_refused() {
        String path = invite(Story.begin());
        answer(path, GOOD).then().statusCode(201);
        answer(path, GOOD).then().statusCode(409).body("code", equalTo("already-answered"));
    }

    @Test
    void of_several_answers_at_once_one_is_taken() throws Exception {
        Story story = Story.begin();
        String path = invite(story);
        List<Callable<Integer>> answers = Stream.generate(
                        () -> (Callable<Integer>) () -> answer(path, GOOD).statusCode())
                .limit(8)
                .toList();
        try (ExecutorService customers = Executors.newFixedThreadPool(8)) {
            List<Integer> statuses =
                    customers.invokeAll(answers).stream().map(Future::resultNow).toList();
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        }
    }

    @Test
    void the_same_request_again_gets_the_same_receipt() {
        String path = invite(Story.begin());
        String key = UUID.randomUUID().toString();
        String first = answer(path, key, GOOD).then().statusCode(201).extract().path("id");
        answer(path, key, GOOD)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first));
    }

    @Test
    void a_link_that_we_did_not_make_is_unknown() {
        String path = invite(Story.begin());
        String changed = path.substring(0, path.length() - 4) + "AAAA";
        String elsewhere =
                links.issue("request", UUID.randomUUID(), Instant.now().plusSeconds(60));
        String absent = links.issue("survey", UUID.randomUUID(), Instant.now().plusSeconds(60));
        for (String unknown : List.of(changed, LINKS + "nonsense", LINKS + elsewhere, LINKS + absent)) {
            given().get(unknown).then().statusCode(404).body("code", equalTo("not-found"));
            answer(unknown, GOOD).then().statusCode(404).body("code", equalTo("not-found"));
        }
    }

    @Test
    void a_link_expires() {
        String path = invite(Story.begin());
        clock.move(Duration.ofDays(15));
        given().get(path).then().statusCode(410).body("code", equalTo("link-expired"));
        answer(path, GOOD).then().statusCode(410).body("code", equalTo("link-expired"));
    }

    @Test
    void responses_are_for_those_who_work_here() {
        given().get("/api/v1/responses").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("customer"))
                .get("/api/v1/responses")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.of("agent"))
                .queryParam("ticketId", "x")
                .get("/api/v1/responses")
                .then()
                .statusCode(400);
    }

    @Test
    void responses_are_listed_page_by_page() {
        for (int i = 0; i < 2; i++) {
            answer(invite(Story.begin()), GOOD).then().statusCode(201);
        }
        Response page = responses(null);
        Response next = responses(page.path("next"));
        assertThat(page.<List<String>>path("items.id")).hasSize(1);
        assertThat(next.<List<String>>path("items.id"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(page.<List<String>>path("items.id"));
    }

    private static Response responses(String after) {
        return given().auth()
                .oauth2(Tokens.of("supervisor"))
                .queryParam("limit", 1)
                .queryParam("after", after == null ? "" : after)
                .get("/api/v1/responses");
    }

    private static String invite(Story story) {
        return Invitations.path(Invitations.sent(probe, story));
    }

    private static Response answer(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path + "/response");
    }

    private static Response answer(String path, String key, String body) {
        return given().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path + "/response");
    }
}
