package helpdesk.gateway.signin;

import static helpdesk.gateway.Gateway.PASSWORD;
import static helpdesk.gateway.Gateway.createAccount;
import static helpdesk.gateway.Gateway.signIn;
import static helpdesk.gateway.Gateway.someUsername;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.gateway.Gateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class TokenResourceTest {

    @Test
    void the_first_administrator_signs_in_and_the_token_opens_the_api() {
        String token = signIn("Admin", PASSWORD)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(900))
                .extract()
                .path("accessToken");
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/accounts")
                .then()
                .statusCode(200);
    }

    @Test
    void a_token_says_who_for_whom_and_how_long() {
        String username = someUsername();
        String id = createAccount(username, "agent").extract().path("id");
        String token = signIn(username, PASSWORD).statusCode(200).extract().path("accessToken");
        JsonPath header = part(token, 0);
        JsonPath claims = part(token, 1);
        String kid = given().get("/.well-known/jwks.json").path("keys[0].kid");
        assertThat(header.getString("alg")).isEqualTo("RS256");
        assertThat(header.getString("kid")).isEqualTo(kid);
        assertThat(claims.getString("iss")).isEqualTo("helpdesk");
        assertThat(claims.getString("aud")).isEqualTo("helpdesk");
        assertThat(claims.getString("sub")).isEqualTo(id);
        assertThat(claims.getString("kind")).isEqualTo("account");
        assertThat(claims.getList("groups")).isEqualTo(List.of("agent"));
        assertThat(claims.getString("name")).isEqualTo("Mei Tanaka");
        assertThat(claims.getString("preferred_username")).isEqualTo(username);
        assertThat(claims.getString("jti")).isNotBlank();
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(900);
        assertThat(claims.getLong("nbf")).isEqualTo(claims.getLong("iat"));
    }

    @Test
    void the_public_keys_are_public_and_nothing_else() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .body("keys", hasSize(1))
                .body("keys[0].kty", equalTo("RSA"))
                .body("keys[0].alg", equalTo("RS256"))
                .body("keys[0].n", notNullValue())
                .body("keys[0].d", nullValue());
    }

    @Test
    void an_unknown_user_and_a_wrong_password_get_the_same_answer() {
        String username = someUsername();
        createAccount(username, "agent");
        Response unknown =
                signIn(someUsername(), PASSWORD).statusCode(401).extract().response();
        Response wrong =
                signIn(username, PASSWORD + "!").statusCode(401).extract().response();
        for (String member : List.of("code", "title", "detail", "status")) {
            assertThat(unknown.<Object>path(member)).isEqualTo(wrong.path(member));
        }
        assertThat(unknown.<String>path("code")).isEqualTo("invalid-credentials");
    }

    @Test
    void who_guesses_has_to_wait_whether_or_not_there_is_such_an_account() {
        String username = someUsername();
        createAccount(username, "agent");
        for (String tried : List.of(username, someUsername())) {
            for (int i = 0; i < 16; i++) {
                signIn(tried, "a wrong password");
            }
            signIn(tried, PASSWORD)
                    .statusCode(429)
                    .header("Retry-After", matchesPattern("[1-9]\\d{0,2}"))
                    .body("code", equalTo("too-many-attempts"));
        }
    }

    @Test
    void broken_tokens_are_refused() {
        String token = signIn("admin", PASSWORD).extract().path("accessToken");
        String[] parts = token.split("\\.");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        String hs256 = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ("{\"alg\":\"HS256\",\"kid\":\"" + part(token, 0).getString("kid") + "\"}")
                                .getBytes(StandardCharsets.UTF_8));
        for (String bad : List.of(
                none + "." + parts[1] + ".",
                hs256 + "." + parts[1] + "." + parts[2],
                parts[0] + "." + parts[1] + "." + parts[2].substring(4) + "AAAA",
                parts[0] + "." + parts[1],
                "x",
                "..")) {
            given().header("Authorization", "Bearer " + bad)
                    .get("/api/v1/accounts")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void credentials_have_their_limits() {
        given().contentType(ContentType.JSON)
                .body("{\"username\":\"admin\"}")
                .post("/api/v1/auth/token")
                .then()
                .statusCode(400);
        signIn("admin", "x".repeat(201)).statusCode(400);
        signIn("x".repeat(65), PASSWORD).statusCode(400);
        given().contentType(ContentType.JSON).post("/api/v1/auth/token").then().statusCode(400);
        given().contentType(ContentType.TEXT)
                .body("admin")
                .post("/api/v1/auth/token")
                .then()
                .statusCode(415);
    }

    private static JsonPath part(String token, int index) {
        return JsonPath.from(
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[index]), StandardCharsets.UTF_8));
    }
}
