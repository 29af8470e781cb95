package helpdesk.feedback.survey;

import static helpdesk.feedback.fixture.Surveys.SURVEYS;
import static helpdesk.feedback.fixture.Surveys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import helpdesk.feedback.fixture.Surveys;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A published survey stays as it is; its next version takes its place. */
@QuarkusTest
@WithTestResource(RealParts.class)
class SurveyVersionsResourceTest {

    @Test
    void the_next_version_takes_the_place_of_the_one_before_it() {
        JsonPath first = Surveys.published(Surveys.conditional());
        String series = first.getString("id");
        JsonPath draft = as("supervisor")
                .post(SURVEYS + "/" + series + "/versions")
                .then()
                .statusCode(201)
                .body("number", equalTo(2))
                .body("state", equalTo("draft"))
                .body("seriesId", equalTo(series))
                .body("questions.key", equalTo(first.getList("questions.key")))
                .extract()
                .jsonPath();
        as("supervisor")
                .post(SURVEYS + "/" + series + "/versions")
                .then()
                .statusCode(409)
                .body("code", equalTo("survey-has-draft"));
        as("supervisor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Second"))
                .patch(SURVEYS + "/" + draft.getString("id"))
                .then()
                .statusCode(200);
        as("supervisor")
                .post(SURVEYS + "/" + draft.getString("id") + "/publication")
                .then()
                .statusCode(201);
        as("agent").get(SURVEYS + "/" + series).then().body("state", equalTo("retired"));
        as("agent")
                .queryParam("seriesId", series)
                .get(SURVEYS)
                .then()
                .body("items.number", contains(2, 1))
                .body("items.state", contains("published", "retired"));
        as("supervisor").post(SURVEYS + "/" + series + "/publication").then().statusCode(409);
        // A later one is made of whichever version, and follows the latest.
        as("supervisor")
                .post(SURVEYS + "/" + series + "/versions")
                .then()
                .statusCode(201)
                .body("number", equalTo(3));
    }

    @Test
    void agents_open_no_versions() {
        String id = Surveys.published(Surveys.conditional()).getString("id");
        as("agent").post(SURVEYS + "/" + id + "/versions").then().statusCode(403);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_condition_looks_back_at_a_question_that_can_be_answered_so(Map<String, Object> condition, String pointer) {
        Map<String, Object> survey = new HashMap<>(Surveys.conditional());
        List<Object> questions = new ArrayList<>((List<?>) survey.get("questions"));
        questions.add(Map.of("key", "last", "kind", "text", "text", Map.of("en", "Last?"), "askedIf", condition));
        survey.put("questions", questions);
        as("supervisor").body(survey).post(SURVEYS).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Map.of("question", "nobody", "atMost", 6), "/questions/3/askedIf/question"),
                Arguments.of(Map.of("question", "last", "atMost", 6), "/questions/3/askedIf/question"),
                Arguments.of(Map.of("question", "recommend"), "/questions/3/askedIf"),
                Arguments.of(Map.of("question", "others", "in", List.of("a")), "/questions/3/askedIf"),
                Arguments.of(Map.of("question", "recommend", "in", List.of(11)), "/questions/3/askedIf"),
                Arguments.of(Map.of("question", "recommend", "in", List.of()), "/questions/3/askedIf/in"),
                Arguments.of(Map.of("question", "recommend", "atLeast", 7, "atMost", 6), "/questions/3/askedIf"),
                Arguments.of(Map.of("atMost", 6), "/questions/3/askedIf/question"));
    }
}
