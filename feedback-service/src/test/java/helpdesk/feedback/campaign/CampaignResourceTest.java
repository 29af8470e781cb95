package helpdesk.feedback.campaign;

import static helpdesk.feedback.fixture.Surveys.CAMPAIGNS;
import static helpdesk.feedback.fixture.Surveys.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.feedback.fixture.Surveys;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class CampaignResourceTest {

    private static final String CARDS = "/api/v1/survey-cards/";
    private static final String FIRST = "01a05bf9-e960-7c19-8a3e-5b0e1cf6f5ab";

    @Test
    void there_is_one_from_the_beginning() {
        as("agent")
                .get(CAMPAIGNS + "/" + FIRST)
                .then()
                .statusCode(200)
                .body("on", equalTo("ticket.resolved"))
                .body("surveyId", nullValue())
                .body("remindAfter", equalTo("PT96H"))
                .body("active", equalTo(true));
    }

    @Test
    void it_is_made_changed_and_ended() {
        String survey = Surveys.published(Surveys.conditional()).getString("id");
        JsonPath made = Surveys.campaign(Map.of(
                "on", "callback.completed", "surveyId", survey, "percent", 50, "delay", "PT2H", "quietPeriod", "P7D"));
        String path = CAMPAIGNS + "/" + made.getString("id");
        assertThat(made.getString("validFor")).isEqualTo("PT336H");
        assertThat(made.getString("delay")).isEqualTo("PT2H");
        patch(path, "\"0\"", Map.of("percent", 10)).then().statusCode(200).body("percent", equalTo(10));
        patch(path, "\"0\"", Map.of("percent", 20)).then().statusCode(412);
        patch(path, "*", Map.of("active", false)).then().statusCode(200).body("delay", equalTo("PT2H"));
        as("supervisor")
                .body(Map.of("name", made.getString("name"), "on", "card"))
                .post(CAMPAIGNS)
                .then()
                .statusCode(409)
                .body("code", equalTo("campaign-name-taken"));
    }

    @Test
    void the_survey_exists_and_is_published() {
        as("supervisor")
                .body(Map.of("name", "N " + UUID.randomUUID(), "on", "card", "surveyId", UUID.randomUUID()))
                .post(CAMPAIGNS)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-survey"));
        String draft = as("supervisor")
                .body(Surveys.conditional())
                .post(Surveys.SURVEYS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("supervisor")
                .body(Map.of("name", "N " + UUID.randomUUID(), "on", "card", "surveyId", draft))
                .post(CAMPAIGNS)
                .then()
                .statusCode(409)
                .body("code", equalTo("survey-not-published"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_does_not_fit_is_named(Map<String, Object> fields, String pointer) {
        Map<String, Object> body = new HashMap<>(fields);
        body.putIfAbsent("name", "N " + UUID.randomUUID());
        body.putIfAbsent("on", "ticket.resolved");
        as("supervisor").body(body).post(CAMPAIGNS).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Map.of("name", " "), "/name"),
                Arguments.of(Map.of("on", "full-moon"), "/on"),
                Arguments.of(Map.of("percent", 0), "/percent"),
                Arguments.of(Map.of("percent", 101), "/percent"),
                Arguments.of(Map.of("position", 1001), "/position"),
                Arguments.of(Map.of("delay", "P93D"), "/delay"),
                Arguments.of(Map.of("delay", "-PT1S"), "/delay"),
                Arguments.of(Map.of("delay", "soon"), "/delay"),
                Arguments.of(Map.of("remindAfter", "P14D"), "/remindAfter"),
                Arguments.of(Map.of("validFor", "PT1M"), "/validFor"),
                Arguments.of(Map.of("every", "P30D"), "/every"),
                Arguments.of(Map.of("on", "period"), "/every"),
                Arguments.of(Map.of("on", "period", "every", "P30D", "delay", "P1D"), "/delay"),
                Arguments.of(Map.of("on", "period", "every", "P30D", "only", Map.of("groups", List.of("a"))), "/only"),
                Arguments.of(Map.of("on", "card", "percent", 50), "/percent"),
                Arguments.of(Map.of("on", "card", "except", Map.of("languages", List.of("de"))), "/except"),
                Arguments.of(Map.of("only", Map.of("languages", List.of("no_tag"))), "/only/languages/0"));
    }

    @Test
    void agents_read_and_others_do_not() {
        as("agent")
                .body(Map.of("name", "N", "on", "card"))
                .post(CAMPAIGNS)
                .then()
                .statusCode(403);
        as("integration").get(CAMPAIGNS).then().statusCode(403);
        given().get(CAMPAIGNS).then().statusCode(401);
        as("agent").get(CAMPAIGNS).then().statusCode(200).body("items.id", hasItem(FIRST));
    }

    @Test
    void a_card_leads_to_its_survey_until_the_campaign_ends() {
        JsonPath survey = Surveys.published(Surveys.conditional());
        JsonPath campaign = Surveys.campaign(Map.of("on", "card", "surveyId", survey.getString("id")));
        String path = campaign.getString("cardLink").replaceAll("^https?://[^/]+", "");
        assertThat(path).startsWith(CARDS);
        String picture = as("agent")
                .get(CAMPAIGNS + "/" + campaign.getString("id") + "/card.svg")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .extract()
                .asString();
        assertThat(picture).startsWith("<svg ").contains("M4,4h1v1h-1z");
        as("agent").get(CAMPAIGNS + "/" + FIRST + "/card.svg").then().statusCode(404);
        given().get(path)
                .then()
                .statusCode(200)
                .body("survey.questions.key", contains("recommend", "why-not", "others"));

        String answered = given().contentType(ContentType.JSON)
                .body(Map.of("answers", List.of(Map.of("key", "recommend", "value", 9))))
                .post(path + "/response")
                .then()
                .statusCode(201)
                .body("message", containsString("Thank you"))
                .extract()
                .path("link");
        given().get(answered.replaceAll("^https?://[^/]+", "")).then().body("state", equalTo("answered"));

        Surveys.end(campaign);
        given().get(path).then().statusCode(410);
        given().accept("text/html").get(path).then().statusCode(410).body(containsString("</html>"));
        given().get(path + "x").then().statusCode(404);
    }

    @Test
    void the_page_of_a_card_takes_an_answer_once_and_says_where_to_change_it() {
        JsonPath survey = Surveys.published(Surveys.conditional());
        JsonPath campaign = Surveys.campaign(Map.of("on", "card", "surveyId", survey.getString("id")));
        String path = campaign.getString("cardLink").replaceAll("^https?://[^/]+", "");
        String html = given().accept("text/html").get(path).asString();
        String once = html.replaceAll("(?s).*name=\"once\" value=\"([^\"]+)\".*", "$1");
        assertThat(html).contains("If you want to hear from us");

        send(path, once, "recommend", "3").then().statusCode(200).body(containsString("Why not?"));
        send(path, once, "email", "nobody").then().statusCode(422).body(containsString("This is not a mail address"));
        String first = send(path, once, "recommend", "9")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String second = send(path, once, "recommend", "9")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(first).isEqualTo(second).startsWith("../survey-links/");
        as("agent")
                .queryParam("campaignId", campaign.getString("id"))
                .get("/api/v1/invitations")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].state", equalTo("answered"))
                .body("items[0].ticketId", nullValue());
        Surveys.end(campaign);
    }

    private static Response send(String path, String once, String field, String value) {
        return given().redirects()
                .follow(false)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("shown", "recommend", "others")
                .formParam("once", once)
                .formParam(field.equals("email") ? "email" : "q." + field, value)
                .formParam(field.equals("email") ? "q.recommend" : "name", field.equals("email") ? "9" : "Amara")
                .post(path);
    }

    private static Response patch(String path, String seen, Map<String, Object> body) {
        return as("supervisor")
                .contentType("application/merge-patch+json")
                .header("If-Match", seen)
                .body(body)
                .patch(path);
    }
}
