package helpdesk.feedback.improvement;

import static helpdesk.feedback.improvement.ImprovementApi.IMPROVEMENTS;
import static helpdesk.feedback.improvement.ImprovementApi.addVoice;
import static helpdesk.feedback.improvement.ImprovementApi.as;
import static helpdesk.feedback.improvement.ImprovementApi.awaitNobodyWaits;
import static helpdesk.feedback.improvement.ImprovementApi.finish;
import static helpdesk.feedback.improvement.ImprovementApi.open;
import static helpdesk.feedback.improvement.ImprovementApi.read;
import static helpdesk.feedback.improvement.ImprovementApi.suggest;
import static helpdesk.feedback.improvement.ImprovementApi.voiceStates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import helpdesk.feedback.fixture.Story;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class VoiceResourceTest {

    private static EventProbe probe;

    private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void listen() {
        probe = EventProbe.on("helpdesk.feedback");
    }

    @AfterAll
    static void leave() {
        probe.close();
    }

    @Test
    void several_answers_open_an_improvement_at_once() {
        Story story = Story.begin();
        String first = suggest(probe, story, 4, "Faster " + word);
        String second = suggest(probe, story.another().with("followUpOf", story.ticketId()), 5, "Much faster " + word);
        String third = suggest(probe, Story.begin(), 6, "Slower " + word);
        suggestions(word)
                .then()
                .body("items.responseId", contains(third, second, first))
                .body("items.score", contains(6, 5, 4));

        String id =
                open("{\"title\":\"Faster\",\"responseIds\":[\"%s\",\"%s\",\"%s\"]}".formatted(first, second, third));

        assertThat(read(id).getString("source")).isEqualTo("answer");
        assertThat(read(id).getInt("voices"))
                .as("two answers are of one customer")
                .isEqualTo(2);
        suggestions(word).then().body("items", hasSize(0));
        as("agent")
                .get(IMPROVEMENTS + "/" + id + "/voices")
                .then()
                .body("items.responseId", contains(third, first))
                .body("items[1].customerId", equalTo(story.customerId().toString()))
                .body("items[1].ticketId", equalTo(story.ticketId().toString()))
                .body("items[1].contact.name", equalTo("Amara Okafor"));
    }

    @Test
    void unknown_answers_are_named_and_nothing_is_opened() {
        String known = suggest(probe, Story.begin(), 4, "Faster " + word);
        as("supervisor")
                .body("{\"title\":\"%s\",\"responseIds\":[\"%s\",\"%s\"]}".formatted(word, known, UUID.randomUUID()))
                .post(IMPROVEMENTS)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-response"))
                .body("errors.pointer", contains("/responseIds/1"));
        suggestions(word).then().body("items.responseId", contains(known));
        as("agent").queryParam("limit", 100).get(IMPROVEMENTS).then().body("items.title", not(hasItem(word)));
        addVoice(open(), "{\"responseId\":\"%s\"}".formatted(UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/responseId"));
    }

    @Test
    void a_person_asks_once_by_whatever_they_are_known() {
        String id = open();
        String email = word + "@example.com";
        String voice = addVoice(id, "{\"name\":\"Bo\",\"email\":\"%s\",\"language\":\"de\"}".formatted(email))
                .then()
                .statusCode(201)
                .body("state", equalTo("waiting"))
                .body("language", equalTo("de"))
                .extract()
                .path("id");
        addVoice(id, "{\"email\":\" %s \"}".formatted(email.toUpperCase(Locale.ROOT)))
                .then()
                .statusCode(200)
                .body("id", equalTo(voice));
        addVoice(id, "{\"phone\":\"+44 7700 900142\"}")
                .then()
                .statusCode(201)
                .body("contact.phone", equalTo("+447700900142"));
        addVoice(id, "{\"phone\":\"+447700900142\",\"name\":\"Bo\"}").then().statusCode(200);
        assertThat(read(id).getInt("voices")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/either",
                "{\"language\":\"de\"}|/either",
                "{\"responseId\":\"0192a0b0-0000-7000-8000-000000000000\",\"name\":\"Bo\"}|/either",
                "{\"email\":\"nowhere\"}|/email",
                "{\"phone\":\"12\"}|/phone",
                "{\"name\":\"Bo\",\"language\":\"?\"}|/language",
                "{\"name\":\"Bo\",\"state\":\"told\"}|/state"
            })
    void what_does_not_fit_is_named(String body, String pointer) {
        addVoice(open(), body).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void who_was_added_by_mistake_is_taken_out_and_the_answer_is_open_again() {
        String response = suggest(probe, Story.begin(), 4, "Faster " + word);
        String id = open();
        String voice = addVoice(id, "{\"responseId\":\"%s\"}".formatted(response))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        suggestions(word).then().body("items", hasSize(0));
        as("agent").delete(IMPROVEMENTS + "/" + id + "/voices/" + voice).then().statusCode(204);
        assertThat(read(id).getInt("voices")).isZero();
        suggestions(word).then().body("items", hasSize(1));
        as("agent")
                .delete(IMPROVEMENTS + "/" + id + "/voices/" + voice)
                .then()
                .statusCode(404)
                .body("code", equalTo("voice-not-found"));
    }

    @Test
    void who_asks_for_what_is_done_is_told_and_stays() {
        String id = open();
        addVoice(id, "{\"name\":\"Nobody knows where\"}").then().statusCode(201);
        finish(id);
        awaitNobodyWaits(id);
        assertThat(voiceStates(id)).containsExactly("unreachable");
        String late = addVoice(id, "{\"email\":\"%s@example.com\"}".formatted(word))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        awaitNobodyWaits(id);
        assertThat(voiceStates(id)).containsExactly("told", "unreachable");
        as("agent")
                .delete(IMPROVEMENTS + "/" + id + "/voices/" + late)
                .then()
                .statusCode(409)
                .body("code", equalTo("voice-told"));
    }

    @Test
    void suggestions_are_read_by_language_and_dismissed() {
        String german = suggest(probe, Story.begin().with("language", "de"), 4, "Schneller 100% " + word);
        String english = suggest(probe, Story.begin(), 4, "Faster " + word);
        suggestions(word).then().body("items.responseId", contains(english, german));
        as("agent")
                .queryParam("q", "SCHNELLER 100% " + word)
                .queryParam("language", "de")
                .get("/api/v1/suggestions")
                .then()
                .statusCode(200)
                .body("items.responseId", contains(german))
                .body("items.text", contains("Schneller 100% " + word))
                .body("items.language", contains("de"));
        as("agent")
                .queryParam("language", "?")
                .get("/api/v1/suggestions")
                .then()
                .statusCode(400);
        String next = as("agent")
                .queryParam("q", word)
                .queryParam("limit", 1)
                .get("/api/v1/suggestions")
                .path("next");
        as("agent")
                .queryParam("q", word)
                .queryParam("limit", 1)
                .queryParam("after", next)
                .get("/api/v1/suggestions")
                .then()
                .body("items.responseId", contains(german));

        as("agent").post("/api/v1/suggestions/" + german + "/dismissal").then().statusCode(201);
        as("agent").post("/api/v1/suggestions/" + german + "/dismissal").then().statusCode(201);
        suggestions(word).then().body("items.responseId", contains(english));
        as("agent")
                .post("/api/v1/suggestions/" + UUID.randomUUID() + "/dismissal")
                .then()
                .statusCode(404)
                .body("code", equalTo("suggestion-not-found"));
    }

    private static Response suggestions(String words) {
        return as("agent").queryParam("q", words).get("/api/v1/suggestions");
    }
}
