package helpdesk.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.gateway.Gateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class EdgeTest {

    private static final String ALLOWED = "https://desk.example.org";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/status",
                "/api/v1/accounts",
                "/api/v1/tickets/echo",
                "/api/v1/customers/1",
                "/nothing",
                "/docs/",
                "/q/health/live"
            })
    void every_answer_tells_browsers_to_be_careful(String path) {
        Response answer = given().get(path);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("Cache-Control")).isNotNull();
        assertThat(answer.headers().getValues("X-Request-Id")).hasSize(1);
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("Strict-Transport-Security")).isNull();
        if (path.startsWith("/api")) {
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void a_page_from_an_allowed_origin_may_use_the_api() {
        given().header("Origin", ALLOWED)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,if-match")
                .options("/api/v1/tickets/1")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", ALLOWED)
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("If-Match"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", containsString("origin"));
        given().header("Origin", ALLOWED)
                .get("/api/v1/tickets/echo")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", ALLOWED)
                .header("Access-Control-Expose-Headers", containsString("ETag"));
        given().header("Origin", ALLOWED)
                .get("/api/v1/accounts")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org",
                "https://desk.example.org.evil.org",
                "http://desk.example.org",
                "https://desk.example.org:8443",
                "null"
            })
    void any_other_origin_is_told_nothing(String origin) {
        given().header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .options("/api/v1/status")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
        given().header("Origin", origin)
                .get("/api/v1/status")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void a_second_origin_in_the_list_counts_too() {
        given().header("Origin", "http://localhost:3000")
                .get("/api/v1/status")
                .then()
                .header("Access-Control-Allow-Origin", equalTo("http://localhost:3000"));
    }

    @Test
    void locations_of_the_gateways_own_are_without_host() {
        assertThat(Gateway.createAccount(Gateway.someUsername(), "agent")
                        .extract()
                        .header("Location"))
                .startsWith("/api/v1/accounts/");
    }
}
