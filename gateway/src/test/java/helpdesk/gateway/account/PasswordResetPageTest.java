package helpdesk.gateway.account;

import static helpdesk.gateway.Gateway.PASSWORD;
import static helpdesk.gateway.Gateway.as;
import static helpdesk.gateway.Gateway.createAccount;
import static helpdesk.gateway.Gateway.signIn;
import static helpdesk.gateway.Gateway.someUsername;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import helpdesk.gateway.Gateway;
import helpdesk.testing.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who forgot the password opens the link, and needs nothing else. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class PasswordResetPageTest {

    private static final String ANOTHER = "another password for Mei";

    private final String username = someUsername();
    private String page;

    @Inject
    MovableClock clock;

    @BeforeEach
    void ask() {
        String account = createAccount(username, "agent").extract().path("id");
        String link = as("admin")
                .post("/api/v1/accounts/" + account + "/password-resets")
                .then()
                .statusCode(201)
                .extract()
                .path("link");
        page = link.substring(link.indexOf("/p/"));
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void the_link_leads_to_a_form_by_which_the_password_is_chosen_once() {
        for (int looks = 0; looks < 3; looks++) {
            given().get(page)
                    .then()
                    .statusCode(200)
                    .contentType("text/html;charset=UTF-8")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "no-store")
                    .header("Content-Security-Policy", containsString("form-action 'self'"))
                    .header("Content-Security-Policy", not(containsString("script")))
                    .body(not(containsString("<script")))
                    .body(not(containsString("hp_")))
                    .body(containsString("Choose a new password"));
        }

        String done = send(ANOTHER, ANOTHER).statusCode(303).extract().header("Location");

        assertThat(done).isEqualTo("/p/done?language=en");
        given().get(done).then().statusCode(200).body(containsString("Your password is saved"));
        signIn(username, ANOTHER).statusCode(200);
        signIn(username, PASSWORD).statusCode(401);
        given().get(page).then().statusCode(404).body(containsString("not good any more"));
        send(PASSWORD, PASSWORD).statusCode(404);
        signIn(username, ANOTHER).statusCode(200);
    }

    @Test
    void a_password_is_of_the_right_length_and_the_same_twice() {
        send("short", "short")
                .statusCode(422)
                .body(containsString("role=\"alert\""))
                .body(containsString("8 to 200"));
        send(ANOTHER, "another")
                .statusCode(422)
                .body(containsString("not the same"))
                .body(not(containsString(ANOTHER)));
        given().contentType("application/x-www-form-urlencoded")
                .post(page)
                .then()
                .statusCode(422);
        signIn(username, PASSWORD).statusCode(200);
        send(ANOTHER, ANOTHER).statusCode(303);
    }

    @Test
    void a_link_that_ran_out_or_never_was_says_so_in_the_language_of_the_reader() {
        given().header("Accept-Language", "de-AT, en")
                .get("/p/hp_nothing")
                .then()
                .statusCode(404)
                .header("Content-Language", equalTo("de"))
                .body(containsString("gilt nicht mehr"));
        clock.move(Duration.ofHours(24).plusSeconds(1));
        given().queryParam("language", "fr").get(page).then().statusCode(410).body(containsString("Ce lien a expiré"));
        send(ANOTHER, ANOTHER).statusCode(410).body(containsString("expired"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "pt", "ru", "kk", "hi", "bn", "ta", "ar"})
    void every_language_says_everything(String language) throws IOException {
        Set<Object> phrases = phrases("en").keySet();
        assertThat(phrases(language).keySet()).isEqualTo(phrases);
        assertThat(phrases(language).values()).doesNotContain("");
        given().queryParam("language", language)
                .get(page)
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo(language))
                .body(containsString("dir=\"" + (language.equals("ar") ? "rtl" : "ltr") + "\""))
                .body(containsString(phrases(language).getProperty("title")));
    }

    private ValidatableResponse send(String password, String repeat) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("password", password)
                .formParam("repeat", repeat)
                .post(page)
                .then();
    }

    private static Properties phrases(String language) throws IOException {
        Properties phrases = new Properties();
        try (InputStream file =
                PasswordResetPages.class.getResourceAsStream("/password-reset/" + language + ".properties")) {
            phrases.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return phrases;
    }
}
