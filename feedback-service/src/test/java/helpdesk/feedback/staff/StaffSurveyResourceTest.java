package helpdesk.feedback.staff;

import static helpdesk.feedback.fixture.Surveys.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.feedback.fixture.Surveys;
import helpdesk.feedback.survey.Answer;
import helpdesk.feedback.survey.AnswerValue;
import helpdesk.feedback.survey.Question;
import helpdesk.feedback.survey.QuestionKind;
import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Staff are asked without being found out. */
@QuarkusTest
@WithTestResource(RealParts.class)
class StaffSurveyResourceTest {

    private static final String STAFF = "/api/v1/staff-surveys";

    @Test
    void each_is_heard_once_and_what_came_out_is_told_when_it_is_over() {
        JsonPath campaign = campaign();
        String path = STAFF + "/" + campaign.getString("id");
        UUID mei = UUID.randomUUID();
        answer(mei, path, "north", 7).then().statusCode(204);
        answer(mei, path, "north", 1).then().statusCode(409).body("code", equalTo("already-answered"));
        given().auth()
                .oauth2(Tokens.of(mei, "agent"))
                .get(STAFF)
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.answered".formatted(campaign.getString("id")), equalTo(true));
        as("agent")
                .get(STAFF)
                .then()
                .body("items.find { it.id == '%s' }.answered".formatted(campaign.getString("id")), equalTo(false));
        as("supervisor").get(path + "/results").then().statusCode(409).body("code", equalTo("campaign-running"));
        answer(UUID.randomUUID(), path, "north", 11)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/answers/1/value"));

        Surveys.end(campaign);
        answer(UUID.randomUUID(), path, "north", 7).then().statusCode(404);
        as("supervisor")
                .get(path + "/results")
                .then()
                .statusCode(200)
                .body("answered", equalTo(1))
                .body("tooFew", equalTo(true))
                .body("figures.size()", equalTo(0))
                .body("words.size()", equalTo(0));
    }

    @Test
    void a_small_group_is_kept_back_and_cannot_be_found_by_subtraction() {
        JsonPath campaign = campaign();
        String path = STAFF + "/" + campaign.getString("id");
        many(path, "north", 9, 5);
        many(path, "south", 6, 6);
        many(path, "west", 3, 7);
        Surveys.end(campaign);
        as("agent")
                .queryParam("by", "team")
                .get(path + "/results")
                .then()
                .statusCode(200)
                .body("answered", equalTo(18))
                .body("groups.key", contains("north", "south", "west"))
                .body("groups.tooFew", contains(false, true, true))
                .body("groups[0].answered", equalTo(9))
                .body("groups[0].figures.find { it.question == 'mood' }.mean", equalTo(5.0f))
                .body("groups[1].answered", nullValue())
                .body("figures.find { it.question == 'mood' }.n", equalTo(18))
                .body("figures.find { it.question == 'stay' }.yes.n", equalTo(18))
                .body("words.text", hasItem("Because of mood 6"));
        as("agent")
                .queryParam("by", "mood")
                .get(path + "/results")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?by"));
    }

    @Test
    void what_is_kept_leads_to_nobody() {
        JsonPath campaign = campaign();
        UUID account = UUID.randomUUID();
        answer(account, STAFF + "/" + campaign.getString("id"), "north", 7)
                .then()
                .statusCode(204);
        Surveys.end(campaign);
        assertThat(
                        Database.value(
                                Long.class,
                                "select count(*) from information_schema.columns where table_name in ('staff_response', 'staff_voter') and data_type like 'timestamp%'"))
                .isZero();
        assertThat(Database.count("staff_response r where cast(r as text) like ?", "%" + account + "%"))
                .isZero();
        assertThat(Database.value(
                        String.class,
                        "select substring(cast(id as text) from 15 for 1) from staff_response where campaign_id = ?",
                        UUID.fromString(campaign.getString("id"))))
                .isEqualTo("4");
    }

    @Test
    void it_is_for_people_who_work_here() {
        JsonPath campaign = campaign();
        String path = STAFF + "/" + campaign.getString("id") + "/response";
        given().contentType(ContentType.JSON)
                .body(body("north", 7))
                .post(path)
                .then()
                .statusCode(401);
        as("integration").body(body("north", 7)).post(path).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.ofApiKey(UUID.randomUUID(), "agent"))
                .contentType(ContentType.JSON)
                .body(body("north", 7))
                .post(path)
                .then()
                .statusCode(403);
        as("agent").get(STAFF).then().body("items[0]", hasKey("survey"));
        Surveys.end(campaign);
    }

    @Test
    void one_small_group_alone_takes_another_with_it() {
        List<List<Answer>> all = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> all.add(List.of(choice("a"))));
        IntStream.range(0, 7).forEach(i -> all.add(List.of(choice("b"))));
        IntStream.range(0, 4).forEach(i -> all.add(List.of(choice("c"))));
        StaffResults results = StaffResults.of(
                List.of(new Question("team", QuestionKind.CHOICE, Map.of("en", "Team?"), false, List.of())),
                all,
                "team");
        assertThat(results.groups()).extracting(StaffResults.Group::tooFew).containsExactly(false, true, true);
    }

    private static Answer choice(String value) {
        return new Answer("team", new AnswerValue.Words(value), null);
    }

    private static void many(String path, String team, int count, int mood) {
        IntStream.range(0, count)
                .forEach(i -> answer(UUID.randomUUID(), path, team, mood).then().statusCode(204));
    }

    private static Response answer(UUID account, String path, String team, int mood) {
        return given().auth()
                .oauth2(Tokens.of(account, "agent"))
                .contentType(ContentType.JSON)
                .body(body(team, mood))
                .post(path + "/response");
    }

    private static Map<String, Object> body(String team, int mood) {
        return Map.of(
                "answers",
                List.of(
                        Map.of("key", "team", "value", team),
                        Map.of("key", "mood", "value", mood),
                        Map.of("key", "stay", "value", true, "comment", "Because of mood " + mood)));
    }

    private static JsonPath campaign() {
        JsonPath survey = Surveys.published(Map.of(
                "name",
                "Staff " + UUID.randomUUID(),
                "questions",
                List.of(
                        Map.of(
                                "key",
                                "team",
                                "kind",
                                "choice",
                                "text",
                                Map.of("en", "Which team?"),
                                "options",
                                List.of(
                                        Map.of("value", "north", "text", Map.of("en", "North")),
                                        Map.of("value", "south", "text", Map.of("en", "South")),
                                        Map.of("value", "west", "text", Map.of("en", "West")))),
                        Map.of(
                                "key",
                                "mood",
                                "kind",
                                "rating10",
                                "required",
                                true,
                                "text",
                                Map.of("en", "How are you doing here?")),
                        Map.of("key", "stay", "kind", "yesNo", "text", Map.of("en", "Will you stay?")))));
        return Surveys.campaign(Map.of("on", "staff", "surveyId", survey.getString("id")));
    }
}
