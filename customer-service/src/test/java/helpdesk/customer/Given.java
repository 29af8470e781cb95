package helpdesk.customer;

import static io.restassured.RestAssured.given;

import helpdesk.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What the tests of this service have in common. All data is new in each test: the database is shared. */
public final class Given {

    public static final String CUSTOMERS = "/api/v1/customers";

    private Given() {}

    /** A request with a token of the role. */
    public static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType("application/json");
    }

    /** An address nobody has. */
    public static String email() {
        return "amara-" + unique() + "@example.org";
    }

    /** A number nobody has, in E.164. */
    public static String phone() {
        return "+4930" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);
    }

    /** A handle nobody has, in lower case. */
    public static String handle() {
        return "amara_" + unique();
    }

    public static String unique() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    /** A body with a name and this field. */
    public static Map<String, Object> named(String field, Object value) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Amara Okafor");
        body.put(field, value);
        return body;
    }

    /** Makes a profile and answers with it. */
    public static JsonPath created(Map<String, Object> body) {
        return as("agent")
                .body(body)
                .post(CUSTOMERS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** Patches a profile at the version. */
    public static ValidatableResponse patched(String id, long version, Map<String, Object> patch) {
        return as("agent")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(patch)
                .patch(CUSTOMERS + "/" + id)
                .then();
    }

    /** The profiles found by an identity. */
    public static JsonPath lookedUp(String parameter, String value) {
        return as("agent")
                .queryParam(parameter, value)
                .get(CUSTOMERS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
