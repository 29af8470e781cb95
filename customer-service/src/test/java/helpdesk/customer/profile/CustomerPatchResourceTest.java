package helpdesk.customer.profile;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.email;
import static helpdesk.customer.Given.lookedUp;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Given.patched;
import static helpdesk.customer.Given.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class CustomerPatchResourceTest {

    @Test
    void what_the_patch_names_changes_and_the_rest_stays() {
        String email = email();
        String phone = phone();
        Map<String, Object> body = named("emails", List.of(email));
        body.put("timeZone", "Europe/Berlin");
        body.put("birthday", "1990-05-17");
        JsonPath before = created(body);

        Map<String, Object> patch = new HashMap<>();
        patch.put("preferredName", "Amy");
        patch.put("phones", List.of(phone));
        patch.put("languages", List.of("ig"));
        patch.put("timeZone", null);
        patched(before.getString("id"), 0, patch)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Amara Okafor"))
                .body("preferredName", equalTo("Amy"))
                .body("emails", equalTo(List.of(email)))
                .body("phones", equalTo(List.of(phone)))
                .body("languages", equalTo(List.of("ig")))
                .body("timeZone", nullValue())
                .body("birthday", equalTo("1990-05-17"))
                .body("version", equalTo(1))
                .body("createdAt", equalTo(before.getString("createdAt")))
                .body("updatedAt", not(equalTo(before.getString("updatedAt"))));
        as("agent")
                .get(CUSTOMERS + "/" + before.getString("id"))
                .then()
                .body("phones", equalTo(List.of(phone)))
                .body("version", equalTo(1));
    }

    @Test
    void identities_are_replaced_as_a_whole_and_what_is_dropped_is_free_again() {
        String first = email();
        String second = email();
        String third = email();
        String id = created(named("emails", List.of(first, second))).getString("id");
        patched(id, 0, Map.of("emails", List.of(third, second)))
                .statusCode(200)
                .body("emails", equalTo(List.of(third, second)));
        patched(id, 1, Map.of("emails", List.of(second, third)))
                .statusCode(200)
                .body("emails", equalTo(List.of(second, third)));
        as("agent").get(CUSTOMERS + "/" + id).then().body("emails", equalTo(List.of(second, third)));
        assertThat(lookedUp("email", first).getList("items")).isEmpty();
        created(named("emails", List.of(first)));

        Map<String, Object> none = new HashMap<>();
        none.put("emails", null);
        patched(id, 2, none).statusCode(200).body("emails", empty());
    }

    @Test
    void a_patch_that_changes_nothing_leaves_the_version() {
        String email = email();
        String id = created(named("emails", List.of(email))).getString("id");
        patched(id, 0, Map.of("name", " Amara Okafor ", "emails", List.of(email.toUpperCase())))
                .statusCode(200)
                .header("ETag", "\"0\"");
        patched(id, 0, Map.of()).statusCode(200).header("ETag", "\"0\"");
    }

    @Test
    void an_identity_of_another_customer_is_refused_with_its_place() {
        String email = email();
        created(named("emails", List.of(email)));
        String mine = email();
        String id = created(named("emails", List.of(mine))).getString("id");
        patched(id, 0, Map.of("emails", List.of(mine, email)))
                .statusCode(409)
                .body("code", equalTo("identity-taken"))
                .body("errors.pointer", equalTo(List.of("/emails/1")));
    }

    @Test
    void a_patch_needs_the_version_it_was_made_on() {
        String id = created(Map.of("name", "Amara")).getString("id");
        as("agent")
                .contentType("application/merge-patch+json")
                .body(Map.of("name", "Amy"))
                .patch(CUSTOMERS + "/" + id)
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        patched(id, 7, Map.of("name", "Amy")).statusCode(412).body("code", equalTo("precondition-failed"));
    }

    @Test
    void of_many_patches_on_one_version_one_succeeds() throws Exception {
        String id = created(Map.of("name", "Amara")).getString("id");
        Callable<Integer> patch = () -> patched(id, 0, Map.of("name", "Amy " + UUID.randomUUID()))
                .extract()
                .statusCode();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Integer> statuses = threads.invokeAll(Collections.nCopies(16, patch)).stream()
                    .map(future -> future.resultNow())
                    .sorted()
                    .toList();
            assertThat(statuses.getFirst()).isEqualTo(200);
            assertThat(statuses.subList(1, 16)).containsOnly(412);
        }
        as("agent").get(CUSTOMERS + "/" + id).then().body("version", equalTo(1));
    }

    @Test
    void what_cannot_be_written_is_refused_with_its_place() {
        String id = created(Map.of("name", "Amara")).getString("id");
        refused(id, "name", null, "/name");
        refused(id, "id", UUID.randomUUID().toString(), "/id");
        refused(id, "version", 3, "/version");
        refused(id, "updatedAt", "2026-01-01T00:00:00Z", "/updatedAt");
        refused(id, "emails", "amara@example.org", "/emails");
        refused(id, "emails", Arrays.asList("amara@example.org", null), "/emails/1");
        refused(id, "birthday", 1990, "/birthday");
    }

    private static void refused(String id, String field, Object value, String pointer) {
        Map<String, Object> patch = new HashMap<>();
        patch.put(field, value);
        patched(id, 0, patch).statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void plain_json_is_no_patch() {
        String id = created(Map.of("name", "Amara")).getString("id");
        as("agent")
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Amy"))
                .patch(CUSTOMERS + "/" + id)
                .then()
                .statusCode(415);
    }

    @Test
    void an_unknown_customer_is_not_found() {
        patched(UUID.randomUUID().toString(), 0, Map.of("name", "Amy"))
                .statusCode(404)
                .body("code", equalTo("customer-not-found"));
    }
}
