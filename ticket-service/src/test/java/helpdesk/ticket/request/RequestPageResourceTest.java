package helpdesk.ticket.request;

import static helpdesk.ticket.request.Requests.form;
import static helpdesk.ticket.request.Requests.sent;
import static helpdesk.ticket.request.Requests.ticket;
import static helpdesk.ticket.request.Requests.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import helpdesk.platform.identity.CustomerLinks;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see who open the link of their request, or the public form, in a browser. */
@QuarkusTest
@WithTestResource(RealParts.class)
class RequestPageResourceTest {

    private static final String REQUESTS = "/api/v1/requests";
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*)</script>", Pattern.DOTALL);
    private static final int LARGEST = 30_000;

    private String token;
    private String id;

    @Inject
    CustomerLinks links;

    @BeforeEach
    void ask() {
        JsonPath opened = sent();
        token = token(opened);
        id = ticket(opened).getString("id");
    }

    @Test
    void a_browser_gets_a_page_and_a_program_gets_json_by_the_same_link() throws GeneralSecurityException {
        Response page = browser().get(REQUESTS + "/" + token);
        page.then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Language", "en");
        assertThat(page.asString())
                .contains("My parcel is late", "It was due on Monday.", "We have got your request.")
                .hasSizeLessThan(LARGEST);
        Matcher script = SCRIPT.matcher(page.asString());
        assertThat(script.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
                .contains("default-src 'none'", "connect-src 'self'", "form-action 'self'");
        Requests.read(token).then().statusCode(200).contentType(ContentType.JSON);
    }

    @Test
    void it_tells_the_conversation_and_who_serves_but_nothing_internal_and_no_markup() {
        UUID agent = Given.agent("Zoë <b>Keller</b>");
        Api.changed(id, Map.of("assigneeId", agent));
        Api.comment(
                Tokens.of("agent"),
                id,
                Map.of("body", "<script>alert(1)</script> Hello Amara", "visibility", "public"));
        Api.comment(Tokens.of("agent"), id, Map.of("body", "An awkward one", "visibility", "internal"));
        browser()
                .get(REQUESTS + "/" + token)
                .then()
                .statusCode(200)
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt; Hello Amara"))
                .body(containsString("Zoë &lt;b&gt;Keller&lt;/b&gt;"))
                .body(not(containsString("awkward")));
    }

    @Test
    void what_is_written_is_there_once_though_it_is_sent_twice() {
        String once = "?once=" + UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            browser()
                    .formParam("body", "Is it on its way?")
                    .post(REQUESTS + "/" + token + once)
                    .then()
                    .statusCode(303)
                    .header("Location", containsString(token));
        }
        assertThat(Requests.comments(token).jsonPath().getList("items.body")).isEqualTo(List.of("Is it on its way?"));
        browser().get(REQUESTS + "/" + token).then().body(containsString("Is it on its way?"));
    }

    @Test
    void nothing_and_too_much_are_not_sent_and_stay_on_the_page() {
        browser()
                .formParam("body", "  ")
                .post(REQUESTS + "/" + token)
                .then()
                .statusCode(422)
                .body(containsString("Please write something first."));
        String tooLong = "<i>" + "a".repeat(65_536);
        browser()
                .formParam("body", tooLong)
                .post(REQUESTS + "/" + token)
                .then()
                .statusCode(422)
                .body(containsString("This text is too long"))
                .body(containsString("&lt;i&gt;aaaa"));
        assertThat(Requests.comments(token).jsonPath().getList("items")).isEmpty();
    }

    @Test
    void the_requester_says_that_it_is_solved() {
        browser()
                .formParam("solved", "1")
                .formParam("body", "It came.")
                .post(REQUESTS + "/" + token)
                .then()
                .statusCode(303);
        assertThat(Api.read(id).getString("status")).isEqualTo("resolved");
        browser()
                .get(REQUESTS + "/" + token)
                .then()
                .body(containsString("We think that it is solved."))
                .body(containsString("It came."));
    }

    @Test
    void a_closed_request_goes_on_in_another_one() {
        Api.resolved(id, Given.agent());
        Given.close(id);
        browser().get(REQUESTS + "/" + token).then().body(not(containsString("name=\"solved\"")));
        String next = browser()
                .formParam("body", "It is late again")
                .post(REQUESTS + "/" + token)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(next).doesNotEndWith(token);
        browser()
                .get(REQUESTS + "/" + next.substring(next.lastIndexOf('/') + 1))
                .then()
                .statusCode(200)
                .body(containsString("It is late again"));
    }

    @Test
    void of_a_long_conversation_the_latest_is_shown() {
        for (int i = 1; i <= 101; i++) {
            Requests.reply(token, Map.of("body", "Message " + i + "."));
        }
        browser()
                .get(REQUESTS + "/" + token)
                .then()
                .body(containsString("There is more before this."))
                .body(containsString("Message 101."))
                .body(not(containsString("Message 1.")));
    }

    @ParameterizedTest
    @CsvSource({"de,ltr,Worum geht es?", "ta,ltr,இது எதைப் பற்றியது?", "ar,rtl,ما الموضوع؟", "xx,ltr,What is it about?"
    })
    void the_form_is_there_in_the_language_that_the_browser_speaks(String language, String direction, String ask) {
        browser()
                .header("Accept-Language", language)
                .get(REQUESTS)
                .then()
                .statusCode(200)
                .body(containsString("dir=\"" + direction + "\""))
                .body(containsString(ask));
    }

    @Test
    void who_fills_in_the_form_gets_to_the_page_of_the_request() {
        Map<String, Object> form = form();
        form.put("subject", "Wrong size");
        String location = browser()
                .formParams(form)
                .queryParam("language", "fr")
                .queryParam("once", UUID.randomUUID())
                .post(REQUESTS)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        browser()
                .get(REQUESTS + location.substring(location.lastIndexOf('/')))
                .then()
                .statusCode(200)
                .body(containsString("Wrong size"))
                .body(containsString("lang=\"fr\""));
    }

    @Test
    void who_stays_to_chat_is_served_as_on_a_live_channel() {
        String location = browser()
                .formParams(form())
                .formParam("chat", "1")
                .post(REQUESTS)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        UUID chat = links.open("request", location.substring(location.lastIndexOf('/') + 1));
        assertThat(Api.read(chat).getString("channel")).isEqualTo("chat");
        assertThat(ticket(Requests.send(form("channel", "chat")).jsonPath()).getString("channel"))
                .isEqualTo("chat");
        Requests.send(form("channel", "phone")).then().statusCode(400).body("errors[0].pointer", equalTo("/channel"));
    }

    @Test
    void what_is_missing_is_named_and_what_was_entered_stays() {
        browser()
                .formParam("name", "")
                .formParam("phone", "12")
                .formParam("subject", "My \"parcel\"")
                .post(REQUESTS + "?language=en")
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-name\""))
                .body(containsString("id=\"e-phone\""))
                .body(containsString("id=\"e-description\""))
                .body(not(containsString("id=\"e-subject\"")))
                .body(containsString("My &quot;parcel&quot;"));
        browser()
                .formParam("name", "Amara")
                .formParam("subject", "A")
                .formParam("description", "B")
                .post(REQUESTS + "?language=en")
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-email\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "tampered", "foreign"})
    void a_link_that_is_not_ours_leads_to_a_page_that_says_so(String kind) {
        String bad =
                switch (kind) {
                    case "tampered" -> (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
                    case "foreign" ->
                        links.issue("survey", UUID.fromString(id), Instant.now().plus(Duration.ofDays(1)));
                    default -> "abc";
                };
        browser().get(REQUESTS + "/" + bad).then().statusCode(404).body(containsString("We do not know this link"));
        browser()
                .formParam("body", "Hello")
                .post(REQUESTS + "/" + bad)
                .then()
                .statusCode(404)
                .body(containsString("We do not know this link"));
    }

    @Test
    void an_expired_link_leads_to_a_page_that_says_so() {
        String old = links.issue("request", UUID.fromString(id), Instant.now().minusSeconds(1));
        browser().get(REQUESTS + "/" + old).then().statusCode(410).body(containsString("This link has expired"));
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false).accept("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
    }
}
