package helpdesk.feedback.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class SurveyResourceTest {

    private static final String SURVEYS = "/api/v1/surveys";
    private static final String DEFAULT = "01a05bf9-e960-7793-9462-212b2be0c133";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String ONE_QUESTION = """
            {"key":"rating","kind":"rating10","text":{"en":"How was it?","de":"Wie war es?"},"required":true}""";

    @Test
    void a_supervisor_creates_a_draft() {
        Response created = create("""
                {"name":"After a call","questions":[%s,
                 {"key":"best","kind":"choice","text":{"en":"What was best?","de":"Was war am besten?"},
                  "options":[{"value":"speed","text":{"en":"Speed","de":"Tempo"}},
                             {"value":"words","text":{"en":"Words","de":"Worte"}}]}],
                 "incentive":{"kind":"coupon","description":"Five euros off"}}""".formatted(ONE_QUESTION));
        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString(SURVEYS + "/" + created.path("id")))
                .body("name", equalTo("After a call"))
                .body("state", equalTo("draft"))
                .body("isDefault", equalTo(false))
                .body("defaultLanguage", equalTo("en"))
                .body("languages", contains("de", "en"))
                .body("questions.key", contains("rating", "best"))
                .body("questions.kind", contains("rating10", "choice"))
                .body("questions.required", contains(true, false))
                .body("questions[1].options.value", contains("speed", "words"))
                .body("incentive.kind", equalTo("coupon"))
                .body("$", not(hasKey("advice")))
                .body("$", not(hasKey("publishedAt")));
        as("agent")
                .get(SURVEYS + "/{id}", created.<String>path("id"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("questions[0].text.de", equalTo("Wie war es?"));
    }

    @Test
    void the_default_survey_is_there_from_the_start() {
        Response found = as("agent").get(SURVEYS + "/{id}", DEFAULT);
        found.then()
                .statusCode(200)
                .body("name", equalTo("Did we help?"))
                .body("state", equalTo("published"))
                .body("isDefault", equalTo(true))
                .body("languages", containsInAnyOrder("en", "de", "fr", "es", "ru", "kk", "hi", "bn", "ta", "pt"))
                .body("questions.key", contains("rating", "solved", "improve"))
                .body("questions.kind", contains("rating10", "yesNo", "improvement"))
                .body("questions.required", contains(true, false, false));
    }

    @Test
    void what_is_wrong_is_named() {
        create("""
                {"name":" ","questions":[{"key":"Not a slug","kind":"rating10","text":{"not_a_tag":"?"}},
                                         {"key":"x","text":{"en":""}}, null]}""")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body(
                        "errors.pointer",
                        hasItems("/name", "/questions/0/key", "/questions/1/kind", "/questions/1/text/en"))
                .body("errors.pointer", hasItem(startsWith("/questions/0/text")));
        create("""
                {"name":"Two","questions":[%s,%s]}""".formatted(ONE_QUESTION, ONE_QUESTION))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/questions/1/key"));
        create("""
                {"name":"Kind","questions":[{"key":"x","kind":"mood","text":{"en":"?"}}]}""").then().statusCode(400).body("errors.pointer", contains("/questions/0/kind"));
        create("""
                {"name":"Mine","state":"published","questions":[%s]}""".formatted(ONE_QUESTION)).then().statusCode(400).body("code", equalTo("unknown-field"));
        as("supervisor").contentType(ContentType.JSON).post(SURVEYS).then().statusCode(400);
        as("supervisor").noContentType().post(SURVEYS).then().statusCode(415);
    }

    @Test
    void fifteen_questions_come_with_advice_and_sixteen_are_refused() {
        create(withQuestions(15)).then().statusCode(201).body("advice", notNullValue());
        create(withQuestions(16))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/questions"))
                .body("errors.detail", contains("Ask at most 15 questions."));
    }

    @Test
    void a_draft_is_changed_by_whoever_has_seen_it() {
        String id = create(withQuestions(1)).path("id");
        patch(id, "\"0\"", "{\"name\":\"Renamed\",\"incentive\":{\"kind\":\"draw\",\"description\":\"A bicycle\"}}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Renamed"))
                .body("incentive.kind", equalTo("draw"));
        patch(id, "\"1\"", "{\"incentive\":null}").then().statusCode(200).body("$", not(hasKey("incentive")));
        patch(id, "\"1\"", "{\"name\":\"Too late\"}").then().statusCode(412);
        patch(id, "\"2\"", "{\"state\":\"published\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/state"));
        patch(id, "\"2\"", "{\"questions\":[]}").then().statusCode(400).body("errors.pointer", contains("/questions"));
        as("supervisor")
                .contentType(MERGE_PATCH)
                .body("{}")
                .patch(SURVEYS + "/{id}", id)
                .then()
                .statusCode(428);
        as("supervisor")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"2\"")
                .body("{}")
                .patch(SURVEYS + "/{id}", id)
                .then()
                .statusCode(415);
    }

    @Test
    void a_published_survey_cannot_be_changed() {
        String id = create(withQuestions(1)).path("id");
        as("supervisor")
                .noContentType()
                .post(SURVEYS + "/{id}/publication", id)
                .then()
                .statusCode(201)
                .header("Location", containsString(SURVEYS + "/" + id))
                .body("state", equalTo("published"))
                .body("isDefault", equalTo(false))
                .body("publishedAt", notNullValue());
        patch(id, "\"1\"", "{\"name\":\"Renamed\"}").then().statusCode(409).body("code", equalTo("survey-not-draft"));
        as("supervisor")
                .contentType(ContentType.JSON)
                .body("{}")
                .post(SURVEYS + "/{id}/publication", id)
                .then()
                .statusCode(409);
    }

    @Test
    void another_survey_can_replace_the_default_and_give_way_again() {
        String id = create(withQuestions(1)).path("id");
        try {
            publishAsDefault(id).then().statusCode(201).body("isDefault", equalTo(true));
            as("agent").get(SURVEYS + "/{id}", DEFAULT).then().body("isDefault", equalTo(false));
            publishAsDefault(id).then().statusCode(409);
        } finally {
            publishAsDefault(DEFAULT).then().statusCode(201).body("isDefault", equalTo(true));
        }
        as("agent").get(SURVEYS + "/{id}", id).then().body("isDefault", equalTo(false));
    }

    @Test
    void the_same_request_again_creates_nothing_more() {
        String key = UUID.randomUUID().toString();
        String token = Tokens.of("supervisor");
        String first = post(token, key, withQuestions(1))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        post(token, key, withQuestions(1))
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first));
        post(token, key, withQuestions(2)).then().statusCode(422);
    }

    @Test
    void surveys_are_listed_page_by_page() {
        List<String> created = IntStream.range(0, 3)
                .mapToObj(i -> create(withQuestions(1)).<String>path("id"))
                .toList();
        Response first = as("agent").queryParam("limit", 2).get(SURVEYS);
        first.then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items", hasSize(2));
        Response second = as("agent")
                .queryParam("limit", 2)
                .queryParam("after", first.<String>path("next"))
                .get(SURVEYS);
        assertThat(first.<List<String>>path("items.id")).containsExactly(created.get(2), created.get(1));
        assertThat(second.<List<String>>path("items.id")).startsWith(created.get(0));
        as("agent")
                .queryParam("after", "tampered")
                .get(SURVEYS)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void an_unknown_survey_is_not_found() {
        UUID unknown = UUID.randomUUID();
        as("agent")
                .get(SURVEYS + "/{id}", unknown)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("survey-not-found"));
        as("supervisor")
                .noContentType()
                .post(SURVEYS + "/{id}/publication", unknown)
                .then()
                .statusCode(404);
        patch(unknown.toString(), "\"0\"", "{}").then().statusCode(404);
    }

    @Test
    void only_those_who_lead_write_surveys_and_only_those_who_work_here_read_them() {
        String id = create(withQuestions(1)).path("id");
        given().get(SURVEYS).then().statusCode(401).contentType("application/problem+json");
        as("integration").get(SURVEYS).then().statusCode(403);
        as("customer").get(SURVEYS + "/{id}", id).then().statusCode(403);
        as("agent")
                .contentType(ContentType.JSON)
                .body(withQuestions(1))
                .post(SURVEYS)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        as("agent")
                .noContentType()
                .post(SURVEYS + "/{id}/publication", id)
                .then()
                .statusCode(403);
        as("agent")
                .contentType(MERGE_PATCH)
                .header("If-Match", "*")
                .body("{}")
                .patch(SURVEYS + "/{id}", id)
                .then()
                .statusCode(403);
        as("admin")
                .contentType(ContentType.JSON)
                .body(withQuestions(1))
                .post(SURVEYS)
                .then()
                .statusCode(201);
    }

    private static Response publishAsDefault(String id) {
        return as("supervisor")
                .contentType(ContentType.JSON)
                .body("{\"replacesDefault\":true}")
                .post(SURVEYS + "/{id}/publication", id);
    }

    private static String withQuestions(int count) {
        String questions = IntStream.range(0, count)
                .mapToObj("{\"key\":\"q%d\",\"kind\":\"text\",\"text\":{\"en\":\"Why?\"}}"::formatted)
                .collect(Collectors.joining(","));
        return "{\"name\":\"Survey\",\"questions\":[" + questions + "]}";
    }

    private static Response create(String body) {
        return post(Tokens.of("supervisor"), UUID.randomUUID().toString(), body);
    }

    private static Response post(String token, String key, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(SURVEYS);
    }

    private static Response patch(String id, String ifMatch, String body) {
        return as("supervisor")
                .contentType(MERGE_PATCH)
                .header("If-Match", ifMatch)
                .body(body)
                .patch(SURVEYS + "/{id}", id);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }
}
