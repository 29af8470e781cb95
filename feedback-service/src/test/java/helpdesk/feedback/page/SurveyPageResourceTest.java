package helpdesk.feedback.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import helpdesk.feedback.fixture.Invitations;
import helpdesk.feedback.fixture.Story;
import helpdesk.feedback.fixture.Surveys;
import helpdesk.testing.Database;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Customers answer on a page, without any script. */
@QuarkusTest
@WithTestResource(RealParts.class)
class SurveyPageResourceTest {

    private final EventProbe probe = EventProbe.on("helpdesk.ticket");

    @Inject
    MovableClock clock;

    @AfterEach
    void close() {
        probe.close();
        clock.reset();
    }

    @Test
    void the_page_is_light_needs_nothing_else_and_speaks_the_customers_language() {
        String html = page(invite(Story.begin().with("language", "de")))
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/html;charset=UTF-8"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Content-Security-Policy", containsString("form-action 'self'"))
                .extract()
                .asString();

        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(30 * 1024);
        assertThat(html)
                .contains("<html lang=\"de\" dir=\"ltr\">")
                .contains("Was sollen wir besser machen?")
                .contains("Es geht um Ihr Anliegen HD-1042.")
                .contains("Mei Tanaka")
                .doesNotContain("<script", "http://", "https://", "src=");
    }

    @Test
    void programs_get_json_and_browsers_a_page() {
        String path = invite(Story.begin());
        given().accept("*/*").get(path).then().contentType("application/json");
        given().get(path).then().contentType("application/json");
        given().accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get(path)
                .then()
                .contentType("text/html");
    }

    @Test
    void what_is_sent_is_stored_and_thanked_for_and_can_be_changed() {
        Story story = Story.begin();
        String path = invite(story);
        String token = token(path);
        send(path, Map.of("q.rating", "9", "q.solved", "true", "c.solved", "At <once>", "send", "1"))
                .then()
                .statusCode(303)
                .header("Location", equalTo(token));
        page(path).then().statusCode(200).body(containsString("Thank you!")).body(not(containsString("<form")));
        assertThat(answers(story).getInt("score")).isEqualTo(9);
        assertThat(answers(story).getString("via")).isEqualTo("page");

        String edited = page(path + "?edit=true").asString();
        assertThat(edited).contains("At &lt;once&gt;").contains("value=\"9\" checked");
        send(path, Map.of("q.rating", "10", "change", "1")).then().statusCode(303);
        assertThat(answers(story).getInt("score")).isEqualTo(10);
        assertThat(answers(story).getList("answers")).hasSize(1);
    }

    @Test
    void what_is_sent_twice_counts_once() {
        Story story = Story.begin();
        String path = invite(story);
        send(path, Map.of("q.rating", "9", "send", "1")).then().statusCode(303);
        send(path, Map.of("q.rating", "2", "send", "1")).then().statusCode(303);
        assertThat(answers(story).getInt("score")).isEqualTo(9);
        assertThat(answers(story).getString("changedAt")).isNull();
    }

    @Test
    void what_is_missing_is_said_in_words_beside_its_question_and_the_rest_is_kept() {
        Story story = Story.begin();
        String path = invite(story);
        send(path, Map.of("q.solved", "false", "c.solved", "Still broken", "send", "1"))
                .then()
                .statusCode(422)
                .body(containsString("Please answer this."))
                .body(containsString("href=\"#q-rating\""))
                .body(containsString("Still broken"));
        assertThat(Invitations.of(story).getFirst()).containsEntry("state", "sent");
        page(path).then().body(containsString("Still broken"));
        send(path, Map.of("q.rating", "11", "send", "1"))
                .then()
                .statusCode(422)
                .body(containsString("one of the answers"));
        send(path, Map.of("q.rating", "8", "q.improve", "x".repeat(4001), "send", "1"))
                .then()
                .statusCode(422)
                .body(containsString("too long"));
    }

    @Test
    void one_can_go_on_later() {
        Story story = Story.begin();
        String path = invite(story);
        send(path, Map.of("q.improve", "Write\r\nsooner\u0000", "save", "1"))
                .then()
                .statusCode(303)
                .header("Location", containsString("saved=true"));
        page(path + "?saved=true").then().body(containsString("Saved.")).body(containsString("Write\nsooner<"));
        assertThat(Invitations.of(story).getFirst()).containsEntry("state", "sent");
        given().get(path).then().body("draft[0].value", equalTo("Write\nsooner"));
    }

    @Test
    void an_answer_leads_to_a_question_that_was_not_there_before() {
        JsonPath survey = Surveys.published(Surveys.conditional());
        String marker = survey.getString("id").substring(24);
        JsonPath campaign = Surveys.campaign(Map.of(
                "on",
                "ticket.resolved",
                "position",
                1,
                "surveyId",
                survey.getString("id"),
                "only",
                Map.of("groups", List.of(marker))));
        Story story = Story.begin().with("group", marker);
        String path = invite(story);
        Surveys.end(campaign);
        page(path).then().body(not(containsString("Why not?")));
        send(path, Map.of("q.recommend", "3", "shown", List.of("recommend", "others"), "send", "1"))
                .then()
                .statusCode(200)
                .body(containsString("Why not?"))
                .body(containsString("one more question"));
        send(path, Map.of("q.recommend", "3", "shown", List.of("recommend", "why-not", "others"), "send", "1"))
                .then()
                .statusCode(422);
        send(
                        path,
                        Map.of(
                                "q.recommend",
                                "9",
                                "q.why-not",
                                "left over",
                                "shown",
                                List.of("recommend", "why-not", "others"),
                                "send",
                                "1"))
                .then()
                .statusCode(303);
        assertThat(answers(story).getList("answers.key")).isEqualTo(List.of("recommend"));
    }

    @Test
    void an_answer_chosen_in_a_mail_is_chosen_on_the_page_and_not_stored_by_looking_at_it() {
        Story story = Story.begin();
        String path = invite(story);
        assertThat(page(path + "?first=7").asString()).contains("value=\"7\" checked");
        given().get(path).then().body("$", not(hasKey("draft")));
        assertThat(page(path + "?first=%3Cscript%3E").asString()).doesNotContain("<script");
    }

    @Test
    void a_link_that_leads_nowhere_is_explained_on_a_page_and_stores_nothing() {
        Story story = Story.begin();
        String path = invite(story);
        page(path.substring(0, path.length() - 2) + "xx")
                .then()
                .statusCode(404)
                .body(containsString("We do not know this link"));
        clock.move(Duration.ofDays(15));
        page(path).then().statusCode(410).body(containsString("expired"));
        send(path, Map.of("q.rating", "9", "send", "1")).then().statusCode(410);
        assertThat(Database.count(
                        "response where invitation_id = ?",
                        UUID.fromString(
                                Invitations.of(story).getFirst().get("id").toString())))
                .isZero();
    }

    @Test
    void languages_from_right_to_left_are_shown_so() {
        String id = Surveys.as("supervisor")
                .body(Map.of(
                        "name", "RTL",
                        "defaultLanguage", "ar",
                        "questions", List.of(Map.of("key", "ok", "kind", "stars5", "text", Map.of("ar", "كيف كنا؟")))))
                .post(Surveys.SURVEYS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String html = Surveys.as("agent")
                .accept("text/html")
                .get(Surveys.SURVEYS + "/" + id + "/preview")
                .asString();
        assertThat(html)
                .contains("lang=\"ar\" dir=\"rtl\"")
                .contains("كيف كنا؟")
                .doesNotContain("<button");
        Surveys.as("agent")
                .get(Surveys.SURVEYS + "/" + id + "/preview")
                .then()
                .statusCode(200)
                .body("questions[0].text", equalTo("كيف كنا؟"));
        given().get(Surveys.SURVEYS + "/" + id + "/preview").then().statusCode(401);
    }

    private String invite(Story story) {
        return Invitations.path(Invitations.sent(probe, story));
    }

    private static String token(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Response page(String path) {
        return given().accept("text/html").urlEncodingEnabled(false).get(path);
    }

    private static Response send(String path, Map<String, Object> fields) {
        RequestSpecification form = given().redirects()
                .follow(false)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
        if (!fields.containsKey("shown")) {
            form.formParam("shown", "rating", "solved", "improve");
        }
        fields.forEach((name, value) -> {
            if (value instanceof List<?> many) {
                form.formParam(name, many);
            } else {
                form.formParam(name, value);
            }
        });
        return form.post(path);
    }

    private static JsonPath answers(Story story) {
        return Surveys.as("agent")
                .queryParam("ticketId", story.ticketId())
                .get("/api/v1/responses")
                .then()
                .statusCode(200)
                .body("items.size()", lessThan(2))
                .extract()
                .jsonPath()
                .setRootPath("items[0]");
    }
}
