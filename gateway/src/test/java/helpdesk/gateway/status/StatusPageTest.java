package helpdesk.gateway.status;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import helpdesk.gateway.Gateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class StatusPageTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Test
    void a_browser_is_shown_a_page_with_nothing_from_elsewhere() {
        given().header("Accept", BROWSER)
                .get("/api/v1/status")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", "no-store")
                .header("Content-Language", "en")
                .body(containsString("Something is away"))
                .body(containsString("<strong>ticket-service</strong>"))
                .body(containsString("1.2.3"))
                .body(not(containsString("<script")));
    }

    @Test
    void the_page_speaks_the_language_of_who_looks() {
        given().header("Accept", BROWSER)
                .header("Accept-Language", "de-AT,de;q=0.9,en;q=0.5")
                .get("/api/v1/status")
                .then()
                .header("Content-Language", "de")
                .body(containsString("<html lang=\"de\" dir=\"ltr\">"))
                .body(containsString("nicht bereit"));
        given().header("Accept", BROWSER)
                .get("/api/v1/status?language=fr")
                .then()
                .header("Content-Language", "fr");
    }

    @Test
    void programs_are_given_json_whatever_else_they_take() {
        for (String accept : new String[] {"*/*", "application/json", "application/json, text/html;q=0.5"}) {
            given().header("Accept", accept)
                    .get("/api/v1/status")
                    .then()
                    .contentType("application/json")
                    .body("status", equalTo("degraded"));
        }
        given().get("/api/v1/status").then().contentType("application/json");
    }
}
