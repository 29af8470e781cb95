package helpdesk.customer.profile;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.email;
import static helpdesk.customer.Given.handle;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Given.phone;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class CustomerResourceTest {

    @Test
    void a_profile_is_made_with_all_that_is_known_and_read_back() {
        String email = email();
        String handle = handle();
        String phone = phone();
        Response answer = as("agent")
                .body(Map.of(
                        "name", " Amara Okafor ",
                        "preferredName", "Amara",
                        "emails", List.of(email.toUpperCase(), " second-" + email),
                        "phones", List.of(phone.substring(0, 5) + " " + phone.substring(5)),
                        "handles", List.of(Map.of("network", "X", "handle", "@" + handle.toUpperCase())),
                        "languages", List.of("en", "de-at", "EN"),
                        "timeZone", "Europe/London",
                        "birthday", "1990-05-17",
                        "cultureNotes", "Greets formally.\nNo calls on Fridays."))
                .post(CUSTOMERS);
        answer.then().statusCode(201).header("ETag", "\"0\"");
        String location = answer.header("Location");

        JsonPath profile = as("integration")
                .get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .extract()
                .jsonPath();
        assertThat(location).endsWith(CUSTOMERS + "/" + profile.getString("id"));
        assertThat(answer.jsonPath().getMap("")).isEqualTo(profile.getMap(""));
        assertThat(profile.getString("name")).isEqualTo("Amara Okafor");
        assertThat(profile.getString("preferredName")).isEqualTo("Amara");
        assertThat(profile.getList("emails")).containsExactly(email, "second-" + email);
        assertThat(profile.getList("phones")).containsExactly(phone);
        assertThat(profile.getList("handles")).containsExactly(Map.of("network", "x", "handle", handle.toUpperCase()));
        assertThat(profile.getList("languages")).containsExactly("en", "de-AT");
        assertThat(profile.getString("timeZone")).isEqualTo("Europe/London");
        assertThat(profile.getString("birthday")).isEqualTo("1990-05-17");
        assertThat(profile.getString("cultureNotes")).isEqualTo("Greets formally.\nNo calls on Fridays.");
        assertThat(profile.getInt("version")).isZero();
        assertThat(Instant.parse(profile.getString("createdAt")))
                .isCloseTo(Instant.now(), Assertions.within(Duration.ofMinutes(1)));
        assertThat(profile.getString("updatedAt")).isEqualTo(profile.getString("createdAt"));
    }

    @Test
    void a_name_is_enough() {
        JsonPath profile = created(Map.of("name", "Nurlan Әлиұлы"));
        assertThat(profile.getList("emails")).isEmpty();
        assertThat(profile.getList("phones")).isEmpty();
        assertThat(profile.getList("handles")).isEmpty();
        assertThat(profile.getList("languages")).isEmpty();
        assertThat(profile.getMap("")).doesNotContainKeys("preferredName", "timeZone", "birthday", "cultureNotes");
    }

    @Test
    void the_reader_who_has_the_version_gets_304() {
        String id = created(Map.of("name", "Amara")).getString("id");
        as("agent")
                .header("If-None-Match", "\"0\"")
                .get(CUSTOMERS + "/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void an_identity_of_another_customer_is_refused_with_its_place() {
        String email = email();
        String handle = handle();
        created(named("emails", List.of(email)));
        created(named("handles", List.of(Map.of("network", "x", "handle", handle))));

        as("agent")
                .body(Map.of(
                        "name", "Somebody Else",
                        "emails", List.of(email(), email.toUpperCase()),
                        "handles", List.of(Map.of("network", "X", "handle", "@" + handle.toUpperCase()))))
                .post(CUSTOMERS)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("identity-taken"))
                .body("errors.pointer", equalTo(List.of("/emails/1", "/handles/0")))
                .body("errors.code", equalTo(List.of("identity-taken", "identity-taken")));
    }

    @Test
    void the_same_handle_on_another_network_is_another_identity() {
        String handle = handle();
        created(named("handles", List.of(Map.of("network", "x", "handle", handle))));
        created(named("handles", List.of(Map.of("network", "facebook", "handle", handle))));
    }

    @Test
    void of_many_who_register_one_address_at_once_one_succeeds() throws Exception {
        Map<String, Object> body = named("emails", List.of(email()));
        Callable<Integer> register =
                () -> as("agent").body(body).post(CUSTOMERS).statusCode();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Integer> statuses = threads.invokeAll(Collections.nCopies(16, register)).stream()
                    .map(future -> future.resultNow())
                    .sorted()
                    .toList();
            assertThat(statuses).startsWith(201).hasSize(16);
            assertThat(statuses.subList(1, 16)).containsOnly(409);
        }
    }

    @Test
    void the_same_request_with_its_key_makes_one_profile() {
        Map<String, Object> body = named("emails", List.of(email()));
        String key = UUID.randomUUID().toString();
        String token = Tokens.of("integration");
        Response first = given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(CUSTOMERS);
        Response second = given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(CUSTOMERS);
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(second.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
    }

    @Test
    void what_cannot_be_is_refused_with_its_place() {
        refused(Map.of("emails", List.of()), "/name");
        refused(Map.of("name", " \u3000\u00a0 "), "/name");
        refused(Map.of("name", "a\u0007b"), "/name");
        refused(Map.of("name", "a".repeat(201)), "/name");
        refused(named("preferredName", ""), "/preferredName");
        refused(named("emails", List.of("amara@example.org", "amara")), "/emails/1");
        refused(named("emails", Collections.nCopies(21, "amara@example.org")), "/emails");
        refused(named("phones", List.of("030 901820")), "/phones/0");
        refused(named("handles", List.of(Map.of("network", "x"))), "/handles/0/handle");
        refused(named("handles", List.of(Map.of("network", " ", "handle", "a"))), "/handles/0/network");
        refused(named("handles", List.of(Map.of("network", "x", "handle", " @ "))), "/handles/0/handle");
        refused(named("handles", List.of(Map.of("network", "x", "handle", "@@"))), "/handles/0/handle");
        refused(named("handles", List.of(Map.of("network", "x", "handle", "@\u2003"))), "/handles/0/handle");
        refused(named("handles", List.of(Map.of("network", "İ".repeat(40), "handle", "a"))), "/handles/0");
        refused(named("languages", List.of("en", "english!")), "/languages/1");
        refused(named("languages", Collections.singletonList(null)), "/languages/0");
        refused(named("timeZone", "Mars/Olympus"), "/timeZone");
        refused(named("birthday", "-9999-01-01"), "/birthday");
        refused(named("birthday", "2999-01-01"), "/birthday");
        refused(named("birthday", "17.5.1990"), "/birthday");
        refused(named("cultureNotes", "a".repeat(2001)), "/cultureNotes");
        refused(named("id", UUID.randomUUID().toString()), "/id");
        refused(named("createdAt", "2026-01-01T00:00:00Z"), "/createdAt");
    }

    private static void refused(Map<String, Object> body, String pointer) {
        as("agent")
                .body(body)
                .post(CUSTOMERS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void a_missing_body_is_refused() {
        as("agent").post(CUSTOMERS).then().statusCode(400).body("code", equalTo("invalid-request"));
    }

    @Test
    void an_unknown_customer_is_not_found() {
        as("agent")
                .get(CUSTOMERS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("customer-not-found"))
                .body("detail", containsString("Look the customer up"));
        as("agent").get(CUSTOMERS + "/none").then().statusCode(404);
    }

    @Test
    void without_a_token_nobody_gets_in() {
        given().get(CUSTOMERS).then().statusCode(401);
        given().get(CUSTOMERS + "/" + UUID.randomUUID()).then().statusCode(401);
        given().contentType("application/json")
                .body(Map.of("name", "Amara"))
                .post(CUSTOMERS)
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor", "admin", "integration"})
    void staff_and_integrations_get_in(String role) {
        as(role).body(Map.of("name", "Amara")).post(CUSTOMERS).then().statusCode(201);
        as(role).queryParam("limit", 1).get(CUSTOMERS).then().statusCode(200);
    }

    @Test
    void a_customer_does_not_get_in() {
        as("customer").body(Map.of("name", "Amara")).post(CUSTOMERS).then().statusCode(403);
        as("customer").get(CUSTOMERS).then().statusCode(403);
        as("customer").get(CUSTOMERS + "/" + UUID.randomUUID()).then().statusCode(403);
        as("customer")
                .contentType("application/merge-patch+json")
                .body(Map.of())
                .patch(CUSTOMERS + "/" + UUID.randomUUID())
                .then()
                .statusCode(403);
    }
}
