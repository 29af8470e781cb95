package helpdesk.feedback.word;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.feedback.fixture.Answers;
import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class WordResourceTest {

    private static final String WORDS = "/api/v1/survey-insight/words";
    private static final Instant BEGIN = Instant.parse("2001-01-15T00:00:00Z");

    @Inject
    WordNotes notes;

    private final UUID survey = Answers.survey();

    @Test
    void words_are_counted_by_what_they_are_about_in_their_most_frequent_form() {
        answered("en", "{\"key\":\"rating\",\"value\":3,\"comment\":\"I lingered and lingered\"}");
        answered("en", "{\"key\":\"solved\",\"value\":false,\"comment\":\"lingering\"}");
        answered("en-GB", "{\"key\":\"nps\",\"value\":0,\"comment\":\"Still lingering!\"}");
        answered("en", "{\"key\":\"effort\",\"value\":7,\"comment\":\"of the\"}");
        answered("en", "{\"key\":\"rating\",\"value\":9}");
        answered("en", "{\"key\":\"improve\",\"value\":\"Less lingering\"}");
        answered("de", "{\"key\":\"improve\",\"value\":\"Schnellere Lieferung, schnelle Lieferungen\"}");
        answered("en", "{\"key\":\"others\",\"value\":\"Acme\"}");
        answered("en", "{\"key\":\"others\",\"value\":\"Acme, not ACME, and Zenith\"}");
        awaitRead();
        JsonPath reasons = words("reasons");
        assertThat(reasons.getString("about")).isEqualTo("reasons");
        assertThat(reasons.getString("items[0].word")).isEqualTo("lingering");
        assertThat(reasons.getString("items[0].language")).isEqualTo("en");
        assertThat(reasons.getInt("items[0].answers")).isEqualTo(3);
        assertThat(reasons.getInt("items[0].share.n")).isEqualTo(4);
        assertThat(reasons.getDouble("items[0].share.share")).isEqualTo(0.75);
        // Newcombe (1998) as for all shares.
        assertThat(reasons.getDouble("items[0].share.lower")).isCloseTo(0.3006, within(0.0001));
        assertThat(words("improvements").getList("items.findAll { it.language == 'de' }.word"))
                .contains("Lieferung")
                .hasSize(2);
        assertThat(words("competitors").getList("items.word")).containsExactly("Acme", "Zenith");
        assertThat(words("competitors").getList("items.answers")).containsExactly(2, 1);
        as("agent")
                .queryParam("about", "improvements")
                .queryParam("language", "de-AT")
                .queryParam("limit", 1)
                .queryParam("surveyId", survey)
                .queryParam("from", BEGIN.toString())
                .queryParam("to", BEGIN.plus(Duration.ofDays(2)).toString())
                .get(WORDS)
                .then()
                .body("items.language", contains("de"));
    }

    @Test
    void words_equal_counting_one_by_one_over_any_period() {
        Random random = new Random(4);
        List<String> vocabulary = List.of("alpha", "beta", "gamma", "delta", "epsilon");
        Map<Instant, List<String>> written = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            Instant sentAt =
                    BEGIN.plusSeconds(random.nextLong(Duration.ofDays(100).toSeconds()));
            List<String> text = random.ints(3, 0, vocabulary.size())
                    .mapToObj(vocabulary::get)
                    .toList();
            written.put(sentAt, text);
            Answers.answered(
                    survey, sentAt, "kk", "[{\"key\":\"improve\",\"value\":\"%s\"}]".formatted(String.join(" ", text)));
        }
        awaitRead();
        for (int i = 0; i < 20; i++) {
            Instant from = BEGIN.plusSeconds(random.nextLong(Duration.ofDays(99).toSeconds()));
            Instant to =
                    from.plusSeconds(1 + random.nextLong(Duration.ofDays(100).toSeconds()));
            List<List<String>> texts = written.entrySet().stream()
                    .filter(text ->
                            !text.getKey().isBefore(from) && text.getKey().isBefore(to))
                    .map(Map.Entry::getValue)
                    .toList();
            Map<String, Integer> expected = texts.stream()
                    .flatMap(text -> text.stream().distinct())
                    .collect(Collectors.toMap(word -> word, word -> 1, Integer::sum));
            JsonPath found = words("improvements", from, to);
            Map<String, Integer> counted = new HashMap<>();
            List<Map<String, Object>> items = found.getList("items");
            items.forEach(item -> counted.put((String) item.get("word"), (Integer) item.get("answers")));
            assertThat(counted).as("%s to %s", from, to).isEqualTo(expected);
            assertThat(new ArrayList<>(found.<Integer>getList("items.share.n"))).allMatch(n -> n == texts.size());
        }
    }

    @Test
    void what_an_answer_says_no_more_is_not_counted_and_names_nobody() {
        UUID changed = answered("en", "{\"key\":\"improve\",\"value\":\"Zzyzxa\"}");
        UUID erased = answered("en", "{\"key\":\"improve\",\"value\":\"Zzyzxb\"}");
        UUID deleted = answered("en", "{\"key\":\"improve\",\"value\":\"Zzyzxc\"}");
        UUID dropped = answered("en", "{\"key\":\"improve\",\"value\":\"Zzyzxd\"}");
        awaitRead();
        assertThat(words("improvements").getList("items.word")).hasSize(4);
        Database.execute("""
                update response set answers = '[{"key": "improve", "value": "Zzyzxe"}]' where invitation_id = ?""", changed);
        Database.execute("delete from response where invitation_id = ?", deleted);
        Database.execute(
                "update invitation set state = 'DROPPED', drop_reason = 'REOPENED', answered_at = null where id = ?",
                dropped);
        QuarkusTransaction.requiringNew().run(() -> {
            Database.execute("""
                    update response set answers = '[{"key": "improve", "value": "[erased]"}]' where invitation_id = ?""", erased);
            notes.readAnswersTo(new UUID[] {erased});
        });
        assertThat(Database.count("mention_form where word = 'Zzyzxb'")).isZero();
        assertThat(Database.count("mention_count where stem = 'zzyzxb'")).isZero();
        awaitRead();
        assertThat(words("improvements").getList("items.word")).containsExactly("Zzyzxe");
        assertThat(words("improvements").getInt("items[0].share.n")).isEqualTo(1);
        assertThat(Database.count("mention_count where stem like 'zzyzx_' and stem <> 'zzyzx'"))
                .isZero();
        assertThat(Database.count("mention where word like 'Zzyzx_'")).isEqualTo(1);
    }

    @Test
    void reading_an_answer_again_changes_nothing() {
        UUID invitation = answered("ta", "{\"key\":\"improve\",\"value\":\"சேவை சேவைகள்\"}");
        awaitRead();
        JsonPath before = words("improvements");
        QuarkusTransaction.requiringNew().run(() -> notes.readAnswersTo(new UUID[] {invitation}));
        assertThat(words("improvements").getList("items")).isEqualTo(before.getList("items"));
        assertThat(before.getList("items")).hasSize(1);
    }

    @Test
    void a_question_that_makes_no_sense_is_named() {
        assertNamed("?about", Map.of());
        assertNamed("?about", Map.of("about", "mood"));
        assertNamed("?from", Map.of("about", "reasons", "from", "yesterday"));
        assertNamed("?from", Map.of("about", "reasons", "from", "2020-01-01T00:00:00Z"));
        assertNamed("?limit", Map.of("about", "reasons", "limit", "201"));
        assertNamed("?language", Map.of("about", "reasons", "language", "!"));
        assertNamed("?surveyId", Map.of("about", "reasons", "surveyId", "7"));
    }

    @Test
    void words_are_for_those_who_work_here() {
        given().queryParam("about", "reasons").get(WORDS).then().statusCode(401);
        as("integration").queryParam("about", "reasons").get(WORDS).then().statusCode(403);
        as("supervisor").queryParam("about", "reasons").get(WORDS).then().statusCode(200);
    }

    private UUID answered(String language, String answer) {
        return Answers.answered(survey, BEGIN.plus(Duration.ofHours(30)), language, "[" + answer + "]");
    }

    private JsonPath words(String about) {
        return words(about, BEGIN, BEGIN.plus(Duration.ofDays(3)));
    }

    private JsonPath words(String about, Instant from, Instant to) {
        return as("agent")
                .queryParam("about", about)
                .queryParam("surveyId", survey)
                .queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .get(WORDS)
                .then()
                .statusCode(200)
                .body("about", equalTo(about))
                .extract()
                .jsonPath();
    }

    /** Those of this survey; others go on beside. */
    private void awaitRead() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            notes.readDue();
            return Database.count("""
                    mention_due where response_id in (
                        select r.id from response r join invitation i on i.id = r.invitation_id where i.survey_id = ?)
                    or response_id not in (select id from response)""", survey) == 0;
        });
    }

    private static void assertNamed(String pointer, Map<String, String> parameters) {
        as("agent")
                .queryParams(parameters)
                .get(WORDS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }
}
