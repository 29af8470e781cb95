package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Customers answer on the page, in a real browser, by keyboard alone; everybody can use it. */
class SurveyPageIT {

    private final RunningStack stack = RunningStack.shared();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Api admin;

    @BeforeAll
    static void lookForTheBrowser() {
        assumeTrue(
                Browser.isInstalled(),
                "install the packages chromium and chromium-driver to test the pages in a browser");
    }

    @BeforeEach
    void signIn() {
        admin = Api.admin(stack);
    }

    @Test
    void a_customer_answers_by_keyboard_alone_and_is_thanked() {
        Map<String, Object> invitation = invite();
        try (Browser browser = Browser.open(false)) {
            browser.look(invitation.get("link").toString());
            assertThat(browser.obstacles()).isEmpty();
            assertThat(browser.isTooWide()).isFalse();
            browser.picture("survey");
            browser.tabTo("input[name='q.rating']");
            browser.press(Keys.SPACE, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
            browser.tabTo("input[name='q.solved']");
            browser.press(Keys.SPACE);
            browser.tabTo("textarea[name='c.solved']");
            browser.press("At last");
            browser.tabTo("button[name='send']");
            browser.press(Keys.ENTER);

            assertThat(browser.text()).contains("Thank you!");
            assertThat(browser.obstacles()).isEmpty();
            browser.picture("thanks");
        }
        JsonPath answer = admin.await(
                "the answer is there",
                "/api/v1/responses?ticketId=" + invitation.get("ticketId"),
                all -> !all.getList("items").isEmpty());
        assertThat(answer.getInt("items[0].score")).isEqualTo(3);
        assertThat(answer.getString("items[0].via")).isEqualTo("page");
        assertThat(answer.getString("items[0].answers[1].comment")).isEqualTo("At last");
    }

    @ParameterizedTest
    @CsvSource({"de,ltr,false", "ta,ltr,true", "ar,rtl,false", "ar,rtl,true"})
    void everybody_can_use_it_in_light_and_dark_from_left_or_right(String language, String direction, boolean dark) {
        String card = card();
        try (Browser browser = Browser.open(dark)) {
            browser.look(card + "?language=" + language);
            assertThat(browser.attribute("html", "dir")).isEqualTo(direction);
            assertThat(browser.attribute("html", "lang")).isEqualTo(language);
            assertThat(browser.obstacles()).isEmpty();
            assertThat(browser.isTooWide()).isFalse();
            browser.picture("card-" + language + (dark ? "-dark" : ""));
        }
    }

    @Test
    void what_is_missing_is_said_where_it_is_missing() {
        String card = card();
        try (Browser browser = Browser.open(false)) {
            browser.look(card);
            browser.tabTo("input[name='q.recommend']");
            browser.press(Keys.SPACE);
            browser.tabTo("button[name='send']");
            browser.press(Keys.ENTER);
            assertThat(browser.text()).contains("Why not?");
            assertThat(browser.obstacles()).isEmpty();
            browser.picture("one-more-question");
        }
    }

    private Map<String, Object> invite() {
        Map<String, Object> ticket = new HashMap<>(Map.of(
                "subject",
                "Where is my parcel " + mark,
                "description",
                "It was to come yesterday.",
                "requester",
                Map.of("name", "Amara Okafor", "email", "amara-" + mark + "@example.org")));
        ticket.put("channel", "email");
        Api.Agent agent = admin.hire("Mei Tanaka");
        String id = json(201, agent.api().post("/api/v1/tickets", ticket)).getString("id");
        String path = "/api/v1/tickets/" + id;
        json(200, agent.api().patch(path, Map.of("assigneeId", agent.id())));
        json(200, agent.api().patch(path, Map.of("status", "resolved", "resolution", "It has arrived.")));
        return admin.await("the customer is invited", "/api/v1/invitations?ticketId=" + id, all -> "sent"
                        .equals(all.getString("items[0].state")))
                .getMap("items[0]");
    }

    /** The link of a card that asks in four languages. */
    private String card() {
        Map<String, Object> survey = Map.of(
                "name",
                "How are we doing? " + mark,
                "questions",
                List.of(
                        question(
                                "recommend",
                                "nps",
                                true,
                                "Would you recommend us?",
                                "Würden Sie uns empfehlen?",
                                "எங்களைப் பரிந்துரைப்பீர்களா?",
                                "هل توصي بنا؟"),
                        question(
                                "stars",
                                "stars5",
                                false,
                                "How friendly were we?",
                                "Wie freundlich waren wir?",
                                "நாங்கள் எவ்வளவு நட்பாக இருந்தோம்?",
                                "كم كنا ودودين؟"),
                        conditional(
                                question("why", "text", true, "Why not?", "Warum nicht?", "ஏன் இல்லை?", "لماذا لا؟")),
                        question(
                                "again",
                                "yesNo",
                                false,
                                "Would you come again?",
                                "Würden Sie wiederkommen?",
                                "மீண்டும் வருவீர்களா?",
                                "هل ستعود؟")));
        String id = json(201, admin.post("/api/v1/surveys", survey)).getString("id");
        json(201, admin.post("/api/v1/surveys/" + id + "/publication", Map.of()));
        return json(201, admin.post("/api/v1/campaigns", Map.of("name", "Card " + id, "on", "card", "surveyId", id)))
                .getString("cardLink");
    }

    private static Map<String, Object> question(
            String key, String kind, boolean required, String en, String de, String ta, String ar) {
        return Map.of(
                "key", key, "kind", kind, "required", required, "text", Map.of("en", en, "de", de, "ta", ta, "ar", ar));
    }

    private static Map<String, Object> conditional(Map<String, Object> question) {
        Map<String, Object> conditional = new HashMap<>(question);
        conditional.put("askedIf", Map.of("question", "recommend", "atMost", 6));
        return conditional;
    }
}
