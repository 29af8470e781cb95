package helpdesk.notification.template;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import helpdesk.platform.persistence.Sql;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test changes a language that no other test reads. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TemplateResourceTest {

    private static final String TEMPLATES = "/api/v1/message-templates";
    private static final String TEMPLATE = TEMPLATES + "/{content}";
    private static final String VERSIONS = TEMPLATE + "/versions";
    private static final String LINK = "https://help.example.com/api/v1/requests/a-token";

    @Inject
    MessageWords words;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Test
    void all_contents_tell_their_placeholders_and_languages() {
        as("agent")
                .get(TEMPLATES)
                .then()
                .statusCode(200)
                .body("items.content", hasItems("acknowledgement", "survey_invitation", "coupon", "birthday"))
                .body("items.find { it.content == 'reply' }.placeholders.name", hasItems("link", "agentName", "name"))
                .body(
                        "items.find { it.content == 'reply' }.placeholders.findAll { it.necessary }.name",
                        contains("link"))
                .body(
                        "items.find { it.content == 'birthday' }.languages.language",
                        hasItems("en", "de", "fr", "es", "bn", "hi", "kk", "ta"));
    }

    @Test
    void the_built_in_words_are_read_in_the_nearest_language() {
        as("agent")
                .queryParam("language", "de-AT")
                .get(TEMPLATE, "coupon")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("language", equalTo("de"))
                .body("changed", equalTo(false))
                .body("version", equalTo(0))
                .body("text", containsString("{code}"));
        as("agent").get(TEMPLATE, "coupon").then().body("language", equalTo("en"));
    }

    @Test
    void words_of_ones_own_are_in_force_until_they_are_taken_back() {
        String builtIn = told("nl");
        ValidatableResponse saved = save("nl", "Wij hebben {number}", "Dag {name}\r\n{link}")
                .statusCode(201)
                .header("Location", containsString("/api/v1/message-templates/acknowledgement/versions/"))
                .body("inForce", equalTo(true))
                .body("text", equalTo("Dag {name}\n{link}"))
                .body("createdBy", startsWith("account:"));
        int number = saved.extract().path("number");

        assertThat(told("nl-BE")).isEqualTo("Wij hebben HD-7\nDag Amara\n" + LINK);
        as("agent")
                .queryParam("language", "NL-be")
                .get(TEMPLATE, "acknowledgement")
                .then()
                .header("ETag", "\"" + number + "\"")
                .body("language", equalTo("nl"))
                .body("changed", equalTo(true));
        withdraw("nl", "\"0\"").statusCode(412);
        as("supervisor")
                .queryParam("language", "nl")
                .delete(TEMPLATE + "/versions/current", "acknowledgement")
                .then()
                .statusCode(428);

        withdraw("nl", "\"" + number + "\"").statusCode(204);

        assertThat(told("nl")).isEqualTo(builtIn);
        withdraw("nl", "*").statusCode(404).body("code", equalTo("template-version-not-found"));
    }

    @Test
    void a_draft_is_in_force_after_its_publication_and_former_words_can_be_again() {
        int first = save("sv", "Ett", "{link}").extract().path("number");
        int draft = as("supervisor")
                .body(Map.of("language", "sv", "subject", "Två", "text", "{link}", "draft", true))
                .post(VERSIONS, "acknowledgement")
                .then()
                .statusCode(201)
                .body("inForce", equalTo(false))
                .extract()
                .path("number");
        assertThat(draft).isGreaterThan(first);
        assertThat(told("sv")).startsWith("Ett");

        publish(draft).statusCode(200).body("inForce", equalTo(true)).body("subject", equalTo("Två"));
        assertThat(told("sv")).startsWith("Två");
        publish(first).statusCode(200);
        assertThat(told("sv")).startsWith("Ett");
        publish(1_000_000).statusCode(404);
        as("agent")
                .queryParam("limit", 100)
                .get(VERSIONS, "acknowledgement")
                .then()
                .statusCode(200)
                .body("items.number", hasItems(first, draft));
        as("agent")
                .get(VERSIONS + "/{number}", "acknowledgement", draft)
                .then()
                .body("inForce", equalTo(false))
                .body("language", equalTo("sv"));
    }

    @Test
    void versions_come_page_by_page_the_newest_first() {
        save("fi", "Yksi", "{link}");
        save("fi", "Kaksi", "{link}");
        String next = as("agent")
                .queryParam("limit", 1)
                .get(VERSIONS, "acknowledgement")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next");
        as("agent")
                .queryParam("limit", 1)
                .queryParam("after", next)
                .get(VERSIONS, "acknowledgement")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        as("agent").queryParam("after", next).get(VERSIONS, "reply").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "language|en_US|/language|",
                "language|xx|/language|No language has this tag.",
                "subject|{code}|/subject|There is no {code} here. There are {link}, {name}, {number}.",
                "subject|''|/subject|",
                "text|No address|/text|Say {link}",
                "text|{#if name}{link}{/if}|/text|Say {link}",
                "text|{link} {inject:engine}|/text|Line 1: Braces are for placeholders",
                "text|{link} {#if name}|/text|Line 1: Close each"
            })
    void what_cannot_be_told_is_refused_with_its_place(String field, String value, String pointer, String sentence) {
        Map<String, Object> body = new HashMap<>(Map.of("language", "da", "subject", "Hej", "text", "{link}"));
        body.put(field, value);
        for (String address : List.of(VERSIONS, TEMPLATE + "/previews")) {
            as("supervisor")
                    .body(body)
                    .post(address, "acknowledgement")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains(pointer))
                    .body("errors[0].detail", containsString(sentence == null ? "" : sentence));
        }
    }

    @Test
    void what_is_too_long_or_has_more_lines_is_refused() {
        save("da", "x".repeat(201), "{link}").statusCode(400).body("errors.pointer", contains("/subject"));
        save("da", "One\nTwo", "{link}").statusCode(400).body("errors.pointer", contains("/subject"));
        save("da", "Hej", "{link}" + "x".repeat(10_000)).statusCode(400).body("errors.pointer", contains("/text"));
        as("supervisor")
                .body(Map.of("language", "da", "subject", "Hej", "text", "{link}", "html", "<b>"))
                .post(VERSIONS, "acknowledgement")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-field"));
    }

    @Test
    void there_are_no_words_for_what_is_not_told() {
        for (String content : List.of("notice", "nothing", "..%2Freply")) {
            as("agent")
                    .urlEncodingEnabled(false)
                    .get(TEMPLATES + "/" + content)
                    .then()
                    .statusCode(404);
        }
        as("agent").get(TEMPLATE, "nothing").then().body("code", equalTo("message-template-not-found"));
    }

    @Test
    void who_may_not_is_refused() {
        given().get(TEMPLATES).then().statusCode(401);
        as("customer").get(TEMPLATES).then().statusCode(403);
        as("integration").get(TEMPLATE, "reply").then().statusCode(403);
        as("agent")
                .body(Map.of("language", "da", "subject", "Hej", "text", "{link}"))
                .post(VERSIONS, "acknowledgement")
                .then()
                .statusCode(403);
        as("agent").post(VERSIONS + "/1/publication", "acknowledgement").then().statusCode(403);
    }

    @Test
    void the_same_request_saves_once() {
        String token = Tokens.of("supervisor");
        String key = UUID.randomUUID().toString();
        int one = saveWithKey(token, key);
        assertThat(saveWithKey(token, key)).isEqualTo(one);
    }

    @Test
    void what_another_instance_changes_is_told_within_seconds() {
        assertThat(told("cs")).startsWith("HD-7: your request has arrived");
        int number = as("supervisor")
                .body(Map.of("language", "cs", "subject", "Dobrý den", "text", "{link}", "draft", true))
                .post(VERSIONS, "acknowledgement")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        // As another instance does it: this one is not told.
        QuarkusTransaction.requiringNew().run(() -> sql.execute("""
                insert into message_template_in_force (content, language, number, since)
                values ('acknowledgement', 'cs', ?, ?)""", number, clock.instant()));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> told("cs").startsWith("Dobrý den"));
    }

    @Test
    void a_preview_shows_what_is_sent_and_stores_nothing() {
        as("agent")
                .body(Map.of(
                        "language",
                        "ar",
                        "subject",
                        "مرحبا {name}",
                        "text",
                        "<b>{name}</b>\n{link}",
                        "facts",
                        Map.of("name", "<script>\nalert(1)</script>")))
                .post(TEMPLATE + "/previews", "acknowledgement")
                .then()
                .statusCode(200)
                .body("language", equalTo("ar"))
                .body("subject", equalTo("مرحبا <script> alert(1)</script>"))
                .body("text", containsString("<b><script> alert(1)</script></b>\nhttps://"))
                .body(
                        "html",
                        allOf(
                                containsString("dir=\"rtl\""),
                                containsString("&lt;b&gt;&lt;script&gt; alert(1)"),
                                not(containsString("<script"))));
        as("agent").get(TEMPLATES).then().body("items[0].languages.language", not(hasItem("ar")));
    }

    @Test
    void a_preview_of_the_words_in_force_needs_a_language_alone() {
        for (String content : List.of("survey_invitation", "coupon", "missed", "callback_confirmation")) {
            as("agent")
                    .body(Map.of("language", "fr-CA"))
                    .post(TEMPLATE + "/previews", content)
                    .then()
                    .statusCode(200)
                    .body("language", equalTo("fr"))
                    .body("text", startsWith("Bonjour Amara"))
                    .body("html", containsString("<html lang=\"fr\" dir=\"ltr\">"));
        }
        as("agent")
                .body(Map.of("language", "fr", "facts", Map.of("a/b", "x")))
                .post(TEMPLATE + "/previews", "coupon")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", endsWith("/facts/a~1b"));
    }

    private String told(String language) {
        Text text = QuarkusTransaction.requiringNew()
                .call(() -> words.render(new Content.Acknowledgement("HD-7", LINK), language, "Amara"));
        return text.subject() + "\n" + text.body();
    }

    private static int saveWithKey(String token, String key) {
        return with(token)
                .header("Idempotency-Key", key)
                .body(Map.of("language", "pl", "subject", "Hej", "text", "{link}"))
                .post(VERSIONS, "acknowledgement")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private static ValidatableResponse save(String language, String subject, String text) {
        return as("supervisor")
                .body(Map.of("language", language, "subject", subject, "text", text))
                .post(VERSIONS, "acknowledgement")
                .then();
    }

    private static ValidatableResponse publish(int number) {
        return as("supervisor")
                .post(VERSIONS + "/{number}/publication", "acknowledgement", number)
                .then();
    }

    private static ValidatableResponse withdraw(String language, String ifMatch) {
        return as("supervisor")
                .header("If-Match", ifMatch)
                .queryParam("language", language)
                .delete(TEMPLATE + "/versions/current", "acknowledgement")
                .then();
    }
}
