package helpdesk.customer.note;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.named;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class NoteResourceTest {

    private String notes;

    @BeforeEach
    void customer() {
        notes = CUSTOMERS + "/" + created(named("preferredName", "Amy")).getString("id") + "/notes";
    }

    @Test
    void notes_are_taken_pinned_changed_and_removed() {
        String first = made("Likes to talk about the sea.", false);
        String second = made("Never call before ten.", true);
        as("supervisor")
                .get(notes)
                .then()
                .statusCode(200)
                .body("items.id", contains(second, first))
                .body("items.pinned", contains(true, false))
                .body("items[0].author", startsWith("account:"));

        change(first, "\"0\"", Map.of("pinned", true))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("body", equalTo("Likes to talk about the sea."))
                .body("pinned", equalTo(true));
        change(first, "\"0\"", Map.of("pinned", false)).statusCode(412);
        as("agent")
                .header("If-Match", "\"1\"")
                .delete(notes + "/" + first)
                .then()
                .statusCode(204);
        as("agent").get(notes + "/" + first).then().statusCode(404).body("code", equalTo("note-not-found"));
        as("agent").get(notes + "/" + second).then().statusCode(200).header("ETag", "\"0\"");
    }

    @Test
    void a_note_is_found_only_with_its_customer() {
        String note = made("Only here.", false);
        String other = CUSTOMERS + "/" + created(named("preferredName", "Ben")).getString("id") + "/notes/";
        as("agent").get(other + note).then().statusCode(404);
        as("agent").header("If-Match", "*").delete(other + note).then().statusCode(404);
        as("agent")
                .get(CUSTOMERS + "/" + UUID.randomUUID() + "/notes")
                .then()
                .statusCode(404)
                .body("code", equalTo("customer-not-found"));
    }

    @Test
    void what_is_wrong_is_named_and_who_may_not_is_refused() {
        as("agent")
                .body(Map.of("body", " "))
                .post(notes)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/body"));
        as("agent")
                .body(Map.of("body", "x".repeat(5001)))
                .post(notes)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/body"));
        as("agent").body(Map.of("pinned", true)).post(notes).then().statusCode(400);
        as("agent")
                .body(Map.of("body", "Hm", "author", "me"))
                .post(notes)
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-field"));
        as("integration").get(notes).then().statusCode(403);
        as("customer").body(Map.of("body", "Hm")).post(notes).then().statusCode(403);
        given().get(notes).then().statusCode(401);
        as("agent").get(notes).then().body("items", hasSize(0));
    }

    @Test
    void notes_are_read_page_by_page() {
        for (int i = 0; i < 3; i++) {
            made("Note " + i, false);
        }
        String next = as("agent")
                .queryParam("limit", 2)
                .get(notes)
                .then()
                .body("items.body", contains("Note 2", "Note 1"))
                .extract()
                .path("next");
        as("agent").queryParam("after", next).get(notes).then().body("items.body", contains("Note 0"));
    }

    private String made(String body, boolean pinned) {
        return as("agent")
                .body(Map.of("body", body, "pinned", pinned))
                .post(notes)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse change(String note, String version, Map<String, ?> patch) {
        return as("agent")
                .contentType("application/merge-patch+json")
                .header("If-Match", version)
                .body(patch)
                .patch(notes + "/" + note)
                .then();
    }
}
