package helpdesk.ticket.standard;

import static helpdesk.ticket.Api.as;
import static helpdesk.ticket.Api.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may expect is what clocks run by, in the reader's language. */
@QuarkusTest
@WithTestResource(RealParts.class)
class StandardsResourceTest {

    private static final String SUPERVISOR = Tokens.of("supervisor");
    private static final String PATH = "/api/v1/service-standards";
    private static final String SETTINGS = "/service-standards/settings";

    private final List<String> policies = new ArrayList<>();

    @AfterEach
    void remove() {
        policies.forEach(id -> as(SUPERVISOR)
                .header("If-Match", "*")
                .delete("/api/v1/service-level-policies/" + id)
                .then()
                .statusCode(204));
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("organisation", null);
        nothing.put("contacts", null);
        nothing.put("settlement", null);
        Api.change(SUPERVISOR, SETTINGS, nothing).then().statusCode(200);
    }

    @Test
    void the_standard_promises_are_told_to_everybody() {
        Response answer = given().get(PATH);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(answer.header("Vary")).contains("Accept-Language");
        JsonPath told = answer.jsonPath();
        assertThat(told.getString("language")).isEqualTo("en");
        Map<String, Object> firstReply = told.getMap("standards[-1].promises.find { it.metric == 'firstReply' }");
        assertThat(firstReply)
                .containsEntry("seconds", 36000)
                .containsEntry("duration", "10 hours")
                .containsEntry("time", "calendar")
                .containsEntry("counted", "day and night");
        assertThat(told.getString("standards[-1].promises.find { it.metric == 'resolution' }.duration"))
                .isEqualTo("3 days");
        assertThat(told.getString("standards[-1].promises[0].duration")).isEqualTo("40 seconds");
        assertThat(answer.asString())
                .as("what the team aims at is its own matter")
                .doesNotContain("goal", "28800");
        assertThat(told.getList("settlement.steps")).hasSize(6);
        assertThat(told.getString("settlement.longest.duration")).isEqualTo("3 days");
        assertThat(told.getList("contacts")).isEmpty();
    }

    @Test
    void what_is_published_is_what_runs() {
        String calendar = Api.made(
                        SUPERVISOR,
                        "/calendars",
                        Map.of(
                                "name",
                                "Desk " + UUID.randomUUID(),
                                "timeZone",
                                "Europe/Berlin",
                                "week",
                                Map.of(
                                        "monday", shifts("09:00", "17:00"),
                                        "tuesday", shifts("09:00", "17:00")),
                                "holidays",
                                Map.of("country", "DE")))
                .getString("id");
        String id = policy(calendar, Map.of("en", "Gold customers", "de", "Goldkunden"), 16 * 3600);
        policy(calendar, Map.of(), 7 * 3600);

        JsonPath told =
                given().header("Accept-Language", "de-AT,de;q=0.9").get(PATH).jsonPath();

        assertThat(told.getString("language")).isEqualTo("de");
        assertThat(told.getList("standards.name"))
                .contains("Goldkunden")
                .endsWith("Alle Anfragen")
                .doesNotContain("Gold customers");
        String gold = "standards.find { it.name == 'Goldkunden' }.promises";
        assertThat(told.getList(gold + ".duration")).containsExactly("30 Minuten, 5 Sekunden", "2 Tage");
        assertThat(told.getList(gold + ".forWhich")).containsExactly("dringend", "");
        assertThat(told.getString("hours.find { it.timeZone == 'Europe/Berlin' }.name"))
                .as("what a calendar is called inside is nobody's matter")
                .isEqualTo("Goldkunden");
        assertThat(told.getString("hours.find { it.timeZone == 'Europe/Berlin' }.week[0].text"))
                .isEqualTo("09:00–17:00");
        assertThat(told.getString("hours.find { it.timeZone == 'Europe/Berlin' }.week[2].text"))
                .isEqualTo("geschlossen");
        assertThat(given().get(PATH + "?language=en").jsonPath().getList("standards.name"))
                .contains("Gold customers");
        Api.change(
                        SUPERVISOR,
                        "/service-level-policies/" + id,
                        Map.of("targets", List.of(target("resolution", 8 * 3600))))
                .then()
                .statusCode(200);
        assertThat(given().get(PATH)
                        .jsonPath()
                        .getList("standards.find { it.name == 'Gold customers' }.promises.duration"))
                .containsExactly("8 hours");
    }

    @Test
    void a_complaint_is_settled_in_the_time_that_is_promised_of_complaints() {
        String calendar = Api.made(
                        SUPERVISOR,
                        "/calendars",
                        Map.of(
                                "name",
                                "Short days " + UUID.randomUUID(),
                                "timeZone",
                                "UTC",
                                "week",
                                Map.of("monday", shifts("10:00", "14:00"), "friday", shifts("10:00", "14:00"))))
                .getString("id");
        Map<String, Object> body = body(calendar, Map.of(), List.of(target("resolution", 20 * 3600)));
        body.put("conditions", List.of(Map.of("field", "type", "in", List.of("complaint"))));
        policies.add(Api.made(SUPERVISOR, "/service-level-policies", body).getString("id"));

        assertThat(given().get(PATH).jsonPath().getString("settlement.longest.duration"))
                .isEqualTo("5 days");
    }

    @Test
    void shifts_that_overlap_make_no_days() {
        String calendar = Api.made(
                        SUPERVISOR,
                        "/calendars",
                        Map.of(
                                "name",
                                "Overlap " + UUID.randomUUID(),
                                "timeZone",
                                "UTC",
                                "week",
                                Map.of(
                                        "monday",
                                        List.of(
                                                Map.of("from", "08:00", "to", "16:00"),
                                                Map.of("from", "12:00", "to", "20:00")))))
                .getString("id");
        policy(calendar, Map.of("en", "Overlapping"), 32 * 3600);

        assertThat(given().get(PATH)
                        .jsonPath()
                        .getList("standards.find { it.name == 'Overlapping' }.promises.duration"))
                .contains("32 hours");
    }

    @Test
    void a_browser_is_shown_a_page_without_scripts_in_which_nothing_is_more_than_text() {
        Api.change(
                        SUPERVISOR,
                        SETTINGS,
                        Map.of(
                                "organisation",
                                "Ada & <b>Sons</b>",
                                "contacts",
                                List.of(Map.of(
                                        "channel", "phone", "address", "+49 30 901820", "note", "Ask for Ada."))))
                .then()
                .statusCode(200);

        Response page = given().accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .header("Accept-Language", "fr")
                .get(PATH);

        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        assertThat(page.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.header("Content-Language")).isEqualTo("fr");
        assertThat(page.asString())
                .contains(
                        "<html lang=\"fr\">",
                        "Nos engagements de service",
                        "10\u00a0heures",
                        "00:00–24:00",
                        "Ada &amp; &lt;b&gt;Sons&lt;/b&gt;")
                .contains("Téléphone", "+49 30 901820", "Ask for Ada.", "href=\"?language=ta\"")
                .doesNotContain("<script", "<b>Sons", "NOT_FOUND", "{page", "{words");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "pt", "ru", "kk", "hi", "bn", "ta"})
    void each_language_has_words_of_its_own(String language) {
        String english = given().accept("text/html").get(PATH + "?language=en").asString();

        String page =
                given().accept("text/html").get(PATH + "?language=" + language).asString();

        assertThat(page).contains("<html lang=\"" + language + "\">").doesNotContain("null", "NOT_FOUND");
        assertThat(page.equals(english)).isEqualTo(language.equals("en"));
        assertThat(StandardsLanguages.in(language).texts().keySet())
                .isEqualTo(StandardsLanguages.in("en").texts().keySet());
        assertThat(StandardsLanguages.in(language).texts().values())
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({"'', en", "xx, en", "'*', en", "'not;;a=header', en", "'ja, pt-BR;q=0.5', pt"})
    void a_language_that_it_is_not_there_in_is_english(String header, String language) {
        assertThat(given().header("Accept-Language", header)
                        .get(PATH)
                        .jsonPath()
                        .getString("language"))
                .isEqualTo(language);
    }

    @Test
    void what_is_wrong_is_named() {
        assertProblem(given().get(PATH + "?language=not_a_language"), 400, "invalid-request", "?language");
        assertProblem(
                Api.change(
                        SUPERVISOR,
                        SETTINGS,
                        Map.of("contacts", List.of(Map.of("channel", "pigeon", "address", "roof")))),
                400,
                "invalid-request",
                "/contacts/0/channel");
        assertProblem(
                Api.change(SUPERVISOR, SETTINGS, Map.of("settlement", Map.of("en", List.of(" ")))),
                400,
                "invalid-request",
                "/settlement/en/0");
        assertProblem(
                Api.change(SUPERVISOR, SETTINGS, Map.of("settlement", Map.of("not_a_language", List.of("x")))),
                400,
                "invalid-request");
        assertProblem(
                Api.change(SUPERVISOR, SETTINGS, Map.of("settlement", Map.of("it", List.of("Chiami.")))),
                400,
                "invalid-request",
                "/settlement/it");
        assertProblem(
                as(SUPERVISOR).contentType(Api.MERGE_PATCH).body(Map.of()).patch("/api/v1" + SETTINGS),
                428,
                "precondition-required");
    }

    @Test
    void a_procedure_of_ones_own_is_told_in_its_language_and_the_usual_one_in_the_others() {
        Api.change(SUPERVISOR, SETTINGS, Map.of("settlement", Map.of("de", List.of("Rufen Sie an.", "Fertig."))))
                .then()
                .statusCode(200);

        assertThat(given().get(PATH + "?language=de").jsonPath().getList("settlement.steps"))
                .containsExactly("Rufen Sie an.", "Fertig.");
        assertThat(given().get(PATH + "?language=en").jsonPath().getList("settlement.steps"))
                .hasSize(6);
    }

    private String policy(String calendar, Map<String, String> names, int seconds) {
        Map<String, Object> urgent = new HashMap<>(target("update", 1805));
        urgent.put("priorities", List.of("urgent"));
        urgent.put("time", "calendar");
        String id = Api.made(
                        SUPERVISOR,
                        "/service-level-policies",
                        body(calendar, names, List.of(urgent, target("resolution", seconds))))
                .getString("id");
        policies.add(id);
        return id;
    }

    private static Map<String, Object> body(String calendar, Map<String, String> names, List<?> targets) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Policy " + UUID.randomUUID());
        body.put("calendarId", calendar);
        body.put("publicNames", names);
        body.put(
                "conditions",
                List.of(Map.of("field", "tag", "in", List.of(UUID.randomUUID().toString()))));
        body.put("targets", targets);
        return body;
    }

    private static Map<String, Object> target(String metric, int seconds) {
        return Map.of("metric", metric, "goalSeconds", 60, "promiseSeconds", seconds);
    }

    private static List<Map<String, String>> shifts(String from, String to) {
        return List.of(Map.of("from", from, "to", to));
    }
}
