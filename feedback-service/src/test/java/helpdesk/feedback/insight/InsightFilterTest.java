package helpdesk.feedback.insight;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import helpdesk.feedback.fixture.Answers;
import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trends, surveys and filters over HTTP. */
@QuarkusTest
@WithTestResource(RealParts.class)
class InsightFilterTest {

    private final UUID survey = Answers.survey();

    @ParameterizedTest
    @CsvSource({"day, 2008-12-31, 2009-01-01, 2009-01-05", "week, 2009-W01, 2009-W02, ", "month, 2008-12, 2009-01, "})
    void a_trend_has_the_oldest_first(String by, String first, String second, String third) {
        sent("2008-12-31T23:59:59.999Z", null, null, null);
        sent("2009-01-01T00:00:00Z", null, null, null);
        sent("2009-01-05T12:00:00Z", null, null, null);
        ValidatableResponse answer = insight(Map.of("by", by)).body("by", equalTo(by));
        answer.body("items.key", third == null ? contains(first, second) : contains(first, second, third));
    }

    @Test
    void all_figures_come_with_their_numbers_of_cases() {
        for (int i = 0; i < 4; i++) {
            sent("2009-01-01T08:00:00Z", 10, 10, 7);
        }
        insight(Map.of("by", "total"))
                .body("items", hasSize(1))
                .body("items[0]", not(hasKey("key")))
                .body("items[0].tooFew", equalTo(true))
                .body("items[0].nps.passives", equalTo(0));
        sent("2009-01-01T08:00:00Z", 5, 8, 2);
        sent("2009-01-01T08:00:00Z", null, null, null);
        insight(Map.of("by", "survey"))
                .body("items.key", contains(survey.toString()))
                .body("items.name", contains("Words"))
                .body("items[0]", not(hasKey("tooFew")))
                .body("items[0].invited", equalTo(6))
                .body("items[0].answered", equalTo(6))
                .body("items[0].averageScore", equalTo(9.0f))
                .body("items[0].score.mean", equalTo(9.0f))
                .body("items[0].score.n", equalTo(5))
                .body("items[0].score.upper", equalTo(10.0f))
                .body("items[0].nps.value", equalTo(80.0f))
                .body("items[0].nps.promoters", equalTo(4))
                .body("items[0].nps.passives", equalTo(1))
                .body("items[0].nps.detractors", equalTo(0))
                .body("items[0].nps.n", equalTo(5))
                .body("items[0].effort.mean", equalTo(6.0f))
                .body("items[0].effort.n", equalTo(5));
    }

    @Test
    void what_nobody_answered_has_no_figure() {
        insight(Map.of("by", "total"))
                .body("items[0].invited", equalTo(0))
                .body("items[0].tooFew", equalTo(true))
                .body("items[0]", not(hasKey("responseRate")))
                .body("items[0]", not(hasKey("score")))
                .body("items[0]", not(hasKey("nps")))
                .body("items[0]", not(hasKey("effort")));
        insight(Map.of("by", "week")).body("items", hasSize(0));
    }

    @Test
    void one_member_is_looked_at_alone() {
        sent("2009-01-01T08:00:00Z", 10, null, null);
        insight(Map.of("by", "month", "language", "en")).body("items[0].invited", equalTo(1));
        insight(Map.of("by", "total", "channel", "phone")).body("items[0].invited", equalTo(0));
        insight(Map.of("by", "total", "agentId", UUID.randomUUID().toString())).body("items[0].invited", equalTo(0));
    }

    @Test
    void what_an_answer_says_on_its_own_scale_is_kept_when_it_comes_by_the_link() {
        UUID invitation = Answers.invited(survey, Instant.parse("2009-01-02T08:00:00Z"), "en");
        given().contentType("application/json")
                .body("""
                        {"answers":[{"key":"nps","value":0},{"key":"effort","value":7,"comment":"Easy"}]}""")
                .post(Answers.path(invitation) + "/response")
                .then()
                .statusCode(201);
        insight(Map.of("by", "day"))
                .body("items[0].score.mean", equalTo(1.0f))
                .body("items[0].nps.detractors", equalTo(1))
                .body("items[0].nps.value", equalTo(-100.0f))
                .body("items[0].effort.mean", equalTo(7.0f))
                .body("items[0].effort", not(hasKey("lower")));
        assertThat(Database.count("response where invitation_id = ? and nps = 0 and effort = 7", invitation))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "agent, team, support, ?team",
        "survey, channel, email, ?channel",
        "team, agentId, 00000000-0000-0000-0000-000000000001, ?agentId",
        "day, agentId, seven, ?agentId",
        "day, surveyId, seven, ?surveyId",
        "hour, team, support, ?by"
    })
    void what_does_not_go_together_is_named(String by, String name, String value, String pointer) {
        assertNamed(Map.of("by", by, name, value), pointer);
    }

    @Test
    void at_most_one_member_is_asked_for() {
        assertNamed(Map.of("by", "day", "team", "support", "language", "en"), "?language");
    }

    @Test
    void days_are_no_more_than_a_year_has() {
        Map<String, String> period = Map.of("from", "2009-01-01T10:00:00Z", "to", "2010-01-02T10:00:00Z");
        Map<String, String> byDay = new HashMap<>(period);
        byDay.put("by", "day");
        assertNamed(byDay, "?from");
        Map<String, String> byWeek = new HashMap<>(period);
        byWeek.put("by", "week");
        insight(byWeek);
    }

    private void sent(String at, Integer score, Integer nps, Integer effort) {
        UUID invitation = Answers.answered(survey, Instant.parse(at), "en", "[]");
        Database.execute(
                "update response set score = ?, nps = ?, effort = ? where invitation_id = ?",
                score,
                nps,
                effort,
                invitation);
    }

    private static void assertNamed(Map<String, String> parameters, String pointer) {
        given().auth()
                .oauth2(Tokens.of("agent"))
                .queryParams(parameters)
                .get("/api/v1/survey-insight")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"))
                .body("errors.pointer", contains(pointer));
    }

    private ValidatableResponse insight(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(
                Map.of("surveyId", survey.toString(), "from", "2008-12-01T00:00:00Z", "to", "2009-02-01T00:00:00Z"));
        all.putAll(parameters);
        return given().auth()
                .oauth2(Tokens.of("supervisor"))
                .queryParams(all)
                .get("/api/v1/survey-insight")
                .then()
                .statusCode(200);
    }
}
