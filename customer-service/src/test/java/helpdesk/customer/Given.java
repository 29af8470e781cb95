package helpdesk.customer;

import static io.restassured.RestAssured.given;

import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

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

    /** Somebody who works here, known to this service by now. */
    public static UUID agent(String name) {
        UUID id = UUID.randomUUID();
        tell("created", id, "0", account -> account.withData("displayName", name));
        Awaitility.await().until(() -> knows(id, true));
        return id;
    }

    /** The account is switched off. */
    public static void leaves(UUID agent) {
        tell("deactivated", agent, "1", account -> account.withData("active", false));
        Awaitility.await().until(() -> knows(agent, false));
    }

    private static void tell(String what, UUID id, String sequence, UnaryOperator<Event> change) {
        try (EventProbe probe = EventProbe.on("helpdesk.account")) {
            probe.publish(
                    "helpdesk.account",
                    change.apply(Contracts.sample("org.helpdesk.account." + what + ".v1")
                            .again()
                            .with("subject", id.toString())
                            .with("sequence", sequence)
                            .withData("accountId", id)));
        }
    }

    private static boolean knows(UUID agent, boolean active) {
        return Database.value(Long.class, "select count(*) from known_agent where id = ? and active = ?", agent, active)
                == 1;
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
