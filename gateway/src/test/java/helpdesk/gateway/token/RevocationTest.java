package helpdesk.gateway.token;

import static helpdesk.gateway.Gateway.PASSWORD;
import static helpdesk.gateway.Gateway.as;
import static helpdesk.gateway.Gateway.createAccount;
import static helpdesk.gateway.Gateway.signIn;
import static helpdesk.gateway.Gateway.someUsername;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.gateway.Gateway;
import helpdesk.platform.http.MergePatch;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class RevocationTest {

    private static final String PROXIED = "/api/v1/tickets/echo";
    private static final String OWN = "/api/v1/events";

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"active\":false}", "{\"roles\":[\"supervisor\"]}", "{\"password\":\"another long password\"}"
            })
    void a_change_that_matters_ends_the_tokens_of_the_account_within_five_seconds(String change) {
        String username = someUsername();
        String id = createAccount(username, "agent").extract().path("id");
        String token = signIn(username, PASSWORD).extract().path("accessToken");
        for (String path : List.of(PROXIED, OWN)) {
            given().header("Authorization", "Bearer " + token).get(path).then().statusCode(200);
        }
        patch(id, change);
        for (String path : List.of(PROXIED, OWN)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> given().header("Authorization", "Bearer " + token)
                                    .get(path)
                                    .statusCode()
                            == 401);
        }
        given().header("Authorization", "Bearer " + token).get(PROXIED).then().body("code", equalTo("token-revoked"));
    }

    @Test
    void a_new_name_ends_no_token_and_a_token_after_a_new_password_is_good_at_once() {
        String username = someUsername();
        String id = createAccount(username, "agent").extract().path("id");
        String token = signIn(username, PASSWORD).extract().path("accessToken");
        patch(id, "{\"displayName\":\"Another\"}");
        patch(id, "{\"password\":\"another long password\"}");
        String fresh = signIn(username, "another long password")
                .statusCode(200)
                .extract()
                .path("accessToken");
        Awaitility.await()
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> given().header("Authorization", "Bearer " + fresh)
                                .get(OWN)
                                .statusCode()
                        == 200);
        given().header("Authorization", "Bearer " + token + "x").get(OWN).then().statusCode(401);
    }

    private static void patch(String id, String change) {
        as("admin")
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", "*")
                .body(change)
                .patch("/api/v1/accounts/" + id)
                .then()
                .statusCode(200);
    }
}
