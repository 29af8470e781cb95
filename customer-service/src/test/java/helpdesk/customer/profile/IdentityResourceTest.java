package helpdesk.customer.profile;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Given.patched;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.customer.Given;
import helpdesk.customer.Happenings;
import helpdesk.testing.Contracts;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose an identity is for sure, and what happens when it turns out to be somebody else's. */
@QuarkusTest
@WithTestResource(RealParts.class)
class IdentityResourceTest {

    private final EventProbe probe = EventProbe.on(Happenings.CUSTOMERS);
    private final String email = Given.email();
    private final String phone = Given.phone();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void an_identity_is_verified_once_and_stays_so() {
        Map<String, Object> body = named("emails", List.of(email));
        body.put("phones", List.of(phone));
        String id = created(body).getString("id");
        assertThat(identities(id).getList("items.verified")).isEqualTo(List.of(false, false));

        as("agent")
                .body(Map.of("kind", "email", "value", email.toUpperCase(Locale.ROOT), "reason", "Answered our mail."))
                .post(CUSTOMERS + "/" + id + "/identity-verifications")
                .then()
                .statusCode(201)
                .body("verified", equalTo(true))
                .body("value", equalTo(email));
        verify(id, "email", email).statusCode(201);
        as("agent").get(CUSTOMERS + "/" + id).then().header("ETag", "\"1\"");
        patched(id, 1, Map.of("emails", List.of(Given.email(), email))).statusCode(200);

        JsonPath after = identities(id);
        assertThat(after.getList("items.kind")).isEqualTo(List.of("email", "email", "phone"));
        assertThat(after.getList("items.verified")).isEqualTo(List.of(false, true, false));
        assertThat(after.getList("items.addedAt")).doesNotContainNull();
        assertThat(changes(id).getList("items.what")).isEqualTo(List.of("added", "verified"));
        assertThat(changes(id).getString("items[1].reason")).isEqualTo("Answered our mail.");
        assertThat(changes(id).getString("items[1].actor")).startsWith("account:");
    }

    @Test
    void what_somebody_is_not_recognised_by_cannot_be_verified() {
        String id = created(named("emails", List.of(email))).getString("id");
        verify(id, "email", Given.email())
                .statusCode(422)
                .body("code", equalTo("unknown-identity"))
                .body("errors.pointer", contains("/value"));
        verify(UUID.randomUUID().toString(), "email", email).statusCode(404);
    }

    @Test
    void an_identity_moves_to_whose_it_is_and_both_remember() {
        String first = created(named("phones", List.of(phone))).getString("id");
        String second = created(named("emails", List.of(email))).getString("id");
        verify(first, "phone", phone).statusCode(201);

        move(second, "phone", phone, "She has his old number.")
                .statusCode(201)
                .body("verified", equalTo(false))
                .body("value", equalTo(phone));
        move(second, "phone", phone, null).statusCode(201);

        assertThat(Given.lookedUp("phone", phone).getList("items.id")).isEqualTo(List.of(second));
        assertThat(identities(first).getList("items")).isEmpty();
        JsonPath away = changes(first);
        assertThat(away.getString("items[0].what")).isEqualTo("moved_away");
        assertThat(away.getString("items[0].otherCustomerId")).isEqualTo(second);
        JsonPath here = changes(second);
        assertThat(here.getList("items.what")).isEqualTo(List.of("moved_here"));
        assertThat(here.getString("items[0].reason")).isEqualTo("She has his old number.");
        for (String id : List.of(first, second)) {
            Contracts.assertFits(probe.await("org.helpdesk.customer.changed.v1", id));
        }
    }

    @Test
    void what_nobody_has_cannot_be_moved() {
        String id = created(named("emails", List.of(email))).getString("id");
        move(id, "phone", phone, null).statusCode(422).body("code", equalTo("unknown-identity"));
        move(UUID.randomUUID().toString(), "email", email, null).statusCode(404);
        assertThat(Given.lookedUp("email", email).getList("items.id")).isEqualTo(List.of(id));
    }

    @Test
    void who_has_as_many_as_there_can_be_gets_none_and_nothing_is_lost() {
        List<String> twenty = Stream.generate(Given::email).limit(20).toList();
        String full = created(named("emails", twenty)).getString("id");
        String owner = created(named("emails", List.of(email))).getString("id");
        move(full, "email", email, null).statusCode(409).body("code", equalTo("too-many-identities"));
        assertThat(Given.lookedUp("email", email).getList("items.id")).isEqualTo(List.of(owner));
        assertThat(changes(owner).getList("items")).isEmpty();
    }

    @Test
    void two_who_move_against_each_other_wait_and_nothing_is_had_twice() throws Exception {
        String other = Given.email();
        String first = created(named("emails", List.of(email))).getString("id");
        String second = created(named("emails", List.of(other))).getString("id");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 10; i++) {
                Future<Integer> there = threads.submit(
                        () -> move(second, "email", email, null).extract().statusCode());
                Future<Integer> back = threads.submit(
                        () -> move(first, "email", email, null).extract().statusCode());
                assertThat(List.of(there.get(), back.get())).contains(201).isSubsetOf(201, 409);
            }
        }
        assertThat(Given.lookedUp("email", email).getList("items")).hasSize(1);
        assertThat(Given.lookedUp("email", other).getList("items.id")).isEqualTo(List.of(second));
    }

    @ParameterizedTest
    @CsvSource({"email, no-address, /value", "phone, 12, /value", "fax, 12, /kind", "handle, amara, /network"})
    void what_can_be_no_identity_is_refused_with_its_place(String kind, String value, String pointer) {
        String id = created(named("emails", List.of(email))).getString("id");
        verify(id, kind, value).statusCode(400).body("errors.pointer", contains(pointer));
        move(id, kind, value, null).statusCode(400).body("errors.pointer", contains(pointer));
    }

    @Test
    void who_has_no_role_for_it_is_refused() {
        String id = created(named("emails", List.of(email))).getString("id");
        for (String role : List.of("integration", "customer")) {
            as(role).get(CUSTOMERS + "/" + id + "/identities").then().statusCode(403);
            as(role).get(CUSTOMERS + "/" + id + "/identity-changes").then().statusCode(403);
            as(role).body(Map.of())
                    .post(CUSTOMERS + "/" + id + "/identity-moves")
                    .then()
                    .statusCode(403);
        }
        given().get(CUSTOMERS + "/" + id + "/identities").then().statusCode(401);
    }

    private static ValidatableResponse verify(String id, String kind, String value) {
        return as("agent")
                .body(Map.of("kind", kind, "value", value))
                .post(CUSTOMERS + "/" + id + "/identity-verifications")
                .then();
    }

    private static ValidatableResponse move(String id, String kind, String value, String reason) {
        Map<String, Object> body = new HashMap<>(Map.of("kind", kind, "value", value));
        if (reason != null) {
            body.put("reason", reason);
        }
        return as("agent")
                .body(body)
                .post(CUSTOMERS + "/" + id + "/identity-moves")
                .then();
    }

    private static JsonPath identities(String id) {
        return as("agent").get(CUSTOMERS + "/" + id + "/identities").jsonPath();
    }

    private static JsonPath changes(String id) {
        return as("agent").get(CUSTOMERS + "/" + id + "/identity-changes").jsonPath();
    }
}
