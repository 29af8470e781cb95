package helpdesk.customer.merge;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.lookedUp;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Given.patched;
import static helpdesk.customer.Happenings.PATIENCE;
import static helpdesk.customer.Happenings.awaitSummary;
import static helpdesk.customer.Happenings.of;
import static helpdesk.customer.Happenings.opened;
import static helpdesk.customer.Happenings.summaries;
import static helpdesk.customer.Happenings.timeline;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.customer.Given;
import helpdesk.customer.Happenings;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two profiles of one person go on as one, and as two again. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MergeResourceTest {

    private final EventProbe probe = EventProbe.on(Happenings.CUSTOMERS);
    private final String email = Given.email();
    private final String otherEmail = Given.email();
    private final String phone = Given.phone();

    @Inject
    MovableClock clock;

    @AfterEach
    void close() {
        probe.close();
        clock.reset();
    }

    @Test
    void what_one_does_not_say_is_taken_from_the_other_and_given_back() {
        String survivor = created(Map.of(
                        "name", "Amara Okafor",
                        "emails", List.of(email),
                        "languages", List.of("en"),
                        "customFields", Map.of("tier", "gold")))
                .getString("id");
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "A. Okafor",
                "preferredName",
                "Amara",
                "emails",
                List.of(otherEmail),
                "phones",
                List.of(phone),
                "languages",
                List.of("ig", "en"),
                "birthday",
                "1984-02-29",
                "preferredChannel",
                "phone",
                "doNotContact",
                true));
        body.put("customFields", Map.of("tier", "silver", "size", 42));
        String duplicate = created(body).getString("id");
        verify(duplicate, otherEmail);

        String merge = merged(survivor, duplicate);
        JsonPath whole = profile(survivor);
        assertThat(whole.getString("name")).isEqualTo("Amara Okafor");
        assertThat(whole.getString("preferredName")).isEqualTo("Amara");
        assertThat(whole.getList("emails")).isEqualTo(List.of(email, otherEmail));
        assertThat(whole.getList("phones")).isEqualTo(List.of(phone));
        assertThat(whole.getList("languages")).isEqualTo(List.of("en", "ig"));
        assertThat(whole.getString("birthday")).isEqualTo("1984-02-29");
        assertThat(whole.getString("preferredChannel")).isEqualTo("phone");
        assertThat(whole.getBoolean("doNotContact")).isTrue();
        assertThat(whole.getMap("customFields")).isEqualTo(Map.of("tier", "gold", "size", 42));
        assertThat(lookedUp("email", otherEmail).getList("items.id")).isEqualTo(List.of(survivor));
        as("agent")
                .get(CUSTOMERS + "/" + survivor + "/identities")
                .then()
                .body("items.verified", equalTo(List.of(false, true, false)));
        JsonPath gone = profile(duplicate);
        assertThat(gone.getString("mergedIntoId")).isEqualTo(survivor);
        assertThat(gone.getString("name")).isEqualTo("A. Okafor");
        assertThat(gone.getList("emails")).isEmpty();

        // What is said while they are one stays when they are two again.
        patched(survivor, version(survivor), Map.of("preferredName", "Ama")).statusCode(200);
        undo(survivor, merge).statusCode(204);
        JsonPath alone = profile(survivor);
        assertThat(alone.getString("preferredName")).isEqualTo("Ama");
        assertThat(alone.getString("preferredChannel")).isNull();
        assertThat(alone.getList("emails")).isEqualTo(List.of(email));
        assertThat(alone.getList("phones")).isEmpty();
        assertThat(alone.getList("languages")).isEqualTo(List.of("en"));
        assertThat(alone.getString("birthday")).isNull();
        assertThat(alone.getBoolean("doNotContact")).isFalse();
        assertThat(alone.getMap("customFields")).isEqualTo(Map.of("tier", "gold"));
        JsonPath again = profile(duplicate);
        assertThat(again.getString("mergedIntoId")).isNull();
        assertThat(again.getList("emails")).isEqualTo(List.of(otherEmail));
        assertThat(again.getList("phones")).isEqualTo(List.of(phone));
        as("agent")
                .get(CUSTOMERS + "/" + duplicate + "/identities")
                .then()
                .body("items.verified", equalTo(List.of(true, false)));
        as("agent")
                .get(CUSTOMERS + "/" + duplicate + "/identity-changes")
                .then()
                .body(
                        "items.what",
                        equalTo(List.of("moved_here", "moved_here", "moved_away", "moved_away", "verified")));
    }

    @Test
    void all_that_refers_to_it_follows_and_comes_back() {
        String survivor = created(named("emails", List.of(email))).getString("id");
        String duplicate = created(named("emails", List.of(otherEmail))).getString("id");
        UUID ticket = UUID.randomUUID();
        UUID named = UUID.randomUUID();
        probe.publish(Happenings.TICKETS, opened(ticket, Map.of("name", "Amara", "email", otherEmail)));
        Awaitility.await().atMost(PATIENCE).until(() -> summaries(duplicate).size() == 2);
        note(duplicate);
        consent(duplicate);
        List<String> ofDuplicate = summaries(duplicate);

        String merge = merged(survivor, duplicate);
        assertThat(summaries(survivor))
                .containsAll(ofDuplicate)
                .contains("Another profile of the same person goes on here");
        as("agent").get(CUSTOMERS + "/" + survivor + "/notes").then().body("items.size()", equalTo(1));
        as("agent").get(CUSTOMERS + "/" + survivor + "/consent-changes").then().body("items.size()", equalTo(1));
        as("agent")
                .queryParam("customerId", survivor)
                .get("/api/v1/contact-cards")
                .then()
                .body("items[0].openTicketCount", equalTo(1));
        for (String path : List.of("/timeline", "/notes", "/consents", "/identities", "/coupons")) {
            as("agent")
                    .get(CUSTOMERS + "/" + duplicate + path)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("customer-merged"))
                    .body("detail", containsString(survivor));
        }
        as("agent")
                .queryParam("customerId", duplicate)
                .get("/api/v1/contact-cards")
                .then()
                .body("items.size()", equalTo(0));
        patched(duplicate, 3, Map.of("name", "Somebody")).statusCode(409).body("code", equalTo("customer-merged"));

        // Others may not have heard of it yet: what they say of the former profile is the survivor's.
        probe.publish(
                Happenings.TICKETS,
                of("ticket.opened", named).withData("customerId", duplicate).withData("number", "HD-" + 77_000));
        probe.publish(Happenings.TICKETS, of("ticket.resolved", ticket).withData("number", "HD-" + 88_000));
        awaitSummary(survivor, "HD-88000 resolved by " + resolver());
        Awaitility.await().atMost(PATIENCE).until(() -> summaries(survivor).stream()
                .anyMatch(summary -> summary.startsWith("HD-77000")));

        undo(survivor, merge).statusCode(204);
        assertThat(summaries(duplicate))
                .containsAll(ofDuplicate)
                .anyMatch(summary -> summary.startsWith("HD-77000"))
                .anyMatch(summary -> summary.startsWith("HD-88000"));
        assertThat(summaries(survivor))
                .containsExactlyInAnyOrder(
                        "Profile created",
                        "Another profile of the same person goes on here",
                        "A merged profile stands for itself again");
        as("agent").get(CUSTOMERS + "/" + survivor + "/notes").then().body("items.size()", equalTo(0));
        as("agent").get(CUSTOMERS + "/" + duplicate + "/notes").then().body("items.size()", equalTo(1));
        undo(survivor, merge).statusCode(409).body("code", equalTo("merge-final"));
    }

    @Test
    void a_chain_ends_at_its_last_and_is_taken_back_from_there() {
        String first = created(named("emails", List.of(email))).getString("id");
        String second = created(named("emails", List.of(otherEmail))).getString("id");
        String third = created(named("phones", List.of(phone))).getString("id");
        note(third);
        String inner = merged(second, third);
        String outer = merged(first, second);
        assertThat(notes(first)).isOne();
        assertThat(profile(first).getList("phones")).isEqualTo(List.of(phone));
        UUID ticket = UUID.randomUUID();
        probe.publish(Happenings.TICKETS, of("ticket.opened", ticket).withData("customerId", third));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> timeline(first).getList("items").size() == 6);

        undo(second, inner).statusCode(409).body("code", equalTo("customer-merged"));
        undo(first, outer).statusCode(204);
        assertThat(notes(second)).isOne();
        assertThat(profile(second).getList("phones")).isEqualTo(List.of(phone));
        undo(second, inner).statusCode(204);
        assertThat(notes(third)).isOne();
        assertThat(notes(second)).isZero();
        assertThat(profile(third).getList("phones")).isEqualTo(List.of(phone));
        assertThat(Database.value(UUID.class, "select customer_id from ticket_customer where ticket_id = ?", ticket))
                .isEqualTo(UUID.fromString(third));
    }

    @Test
    void of_two_merges_the_one_that_holds_keeps_its_say() {
        String survivor = created(named("languages", List.of("en"))).getString("id");
        String first = created(Map.of("name", "A. Okafor", "languages", List.of("fr"), "doNotContact", true))
                .getString("id");
        String second = created(Map.of(
                        "name", "Amara O.", "languages", List.of("ig"), "doNotContact", true, "birthday", "1984-02-29"))
                .getString("id");
        say(first, "offers", true);
        String firstMerge = merged(survivor, first);
        String secondMerge = merged(survivor, second);
        assertThat(profile(survivor).getList("languages")).isEqualTo(List.of("en", "fr", "ig"));
        say(survivor, "rewards", false);
        undo(survivor, firstMerge).statusCode(204);
        JsonPath left = profile(survivor);
        assertThat(left.getBoolean("doNotContact")).isTrue();
        assertThat(left.getList("languages")).isEqualTo(List.of("en", "ig"));
        assertThat(left.getString("birthday")).isEqualTo("1984-02-29");
        undo(survivor, secondMerge).statusCode(204);
        JsonPath alone = profile(survivor);
        assertThat(alone.getBoolean("doNotContact")).isFalse();
        assertThat(alone.getList("languages")).isEqualTo(List.of("en"));
        assertThat(alone.getString("birthday")).isNull();
        assertThat(mayBeOffered(survivor)).isFalse();
        as("agent")
                .get(CUSTOMERS + "/" + survivor + "/consents")
                .then()
                .body("items.findAll { it.purpose == 'rewards' }.allowed", everyItem(equalTo(false)));
    }

    @Test
    void others_hear_of_it() {
        String survivor = created(named("emails", List.of(email))).getString("id");
        String duplicate = created(named("emails", List.of(otherEmail))).getString("id");
        String merge = merged(survivor, duplicate);
        Event told = probe.await("org.helpdesk.customer.merged.v1", UUID.fromString(duplicate));
        Contracts.assertFits(told);
        assertThat(told.data().path("intoId").asText()).isEqualTo(survivor);
        assertThat(told.data().path("mergeId").asText()).isEqualTo(merge);
        Event whole = probe.await("org.helpdesk.customer.changed.v1", UUID.fromString(survivor));
        Contracts.assertFits(whole);
        assertThat(whole.data().path("emails")).hasSize(2);
        undo(survivor, merge).statusCode(204);
        Event parted = probe.await("org.helpdesk.customer.unmerged.v1", UUID.fromString(duplicate));
        Contracts.assertFits(parted);
        assertThat(parted.data().path("fromId").asText()).isEqualTo(survivor);
        assertThat(parted.data().path("emails").path(0).asText()).isEqualTo(otherEmail);
    }

    @Test
    void the_last_word_on_consent_counts_whichever_profile_it_was_said_to() {
        String survivor = created(named("emails", List.of(email))).getString("id");
        String duplicate = created(named("emails", List.of(otherEmail))).getString("id");
        say(survivor, "offers", true);
        say(duplicate, "offers", false);
        String merge = merged(survivor, duplicate);
        assertThat(mayBeOffered(survivor)).isFalse();
        undo(survivor, merge).statusCode(204);
        assertThat(mayBeOffered(survivor)).isTrue();
        assertThat(mayBeOffered(duplicate)).isFalse();
    }

    @Test
    void what_cannot_be_merged_is_refused() {
        String survivor = created(named("emails", List.of(email))).getString("id");
        String duplicate = created(named("emails", List.of(otherEmail))).getString("id");
        merge(survivor, survivor)
                .statusCode(409)
                .body("code", equalTo("merge-into-itself"))
                .body("errors[0].pointer", equalTo("/customerId"));
        merge(survivor, UUID.randomUUID().toString()).statusCode(422).body("code", equalTo("unknown-customer"));
        merge(UUID.randomUUID().toString(), survivor).statusCode(404).body("code", equalTo("customer-not-found"));
        as("agent")
                .body(Map.of())
                .post(CUSTOMERS + "/" + survivor + "/merges")
                .then()
                .statusCode(400);
        as("integration")
                .body(Map.of("customerId", duplicate))
                .post(CUSTOMERS + "/" + survivor + "/merges")
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body(Map.of("customerId", duplicate))
                .post(CUSTOMERS + "/" + survivor + "/merges")
                .then()
                .statusCode(401);
        String merge = merged(survivor, duplicate);
        merge(survivor, duplicate).statusCode(409).body("code", equalTo("customer-merged"));
        merge(duplicate, survivor).statusCode(409).body("code", equalTo("customer-merged"));
        as("agent")
                .delete(CUSTOMERS + "/" + survivor + "/merges/" + merge)
                .then()
                .statusCode(428);
        undo(duplicate, merge).statusCode(404).body("code", equalTo("merge-not-found"));
        clock.move(CustomerMerge.UNDOABLE);
        undo(survivor, merge).statusCode(409).body("code", equalTo("merge-final"));
    }

    @Test
    void too_many_identities_are_too_many() {
        List<String> many = IntStream.range(0, 12).mapToObj(i -> Given.email()).toList();
        List<String> more = IntStream.range(0, 9).mapToObj(i -> Given.email()).toList();
        String survivor = created(named("emails", many)).getString("id");
        String duplicate = created(named("emails", more)).getString("id");
        merge(survivor, duplicate).statusCode(409).body("code", equalTo("too-many-identities"));
        assertThat(profile(duplicate).getList("emails")).hasSize(9);
        assertThat(profile(survivor).getList("emails")).hasSize(12);
    }

    @Test
    void of_two_who_merge_against_each_other_one_wins() throws Exception {
        for (int round = 0; round < 5; round++) {
            String one = created(named("emails", List.of(Given.email()))).getString("id");
            String other = created(named("emails", List.of(Given.email()))).getString("id");
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                List<Future<Integer>> answers = new ArrayList<>();
                answers.add(both.submit(() -> merge(one, other).extract().statusCode()));
                answers.add(both.submit(() -> merge(other, one).extract().statusCode()));
                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
            }
        }
    }

    private static String resolver() {
        return Contracts.sample("org.helpdesk.ticket.resolved.v1")
                .data()
                .path("assignee")
                .path("name")
                .asText();
    }

    private static boolean mayBeOffered(String customer) {
        return as("agent")
                .get(CUSTOMERS + "/" + customer + "/consents")
                .then()
                .extract()
                .jsonPath()
                .getBoolean("items.find { it.purpose == 'offers' && it.channel == 'email' }.allowed");
    }

    private static void say(String customer, String purpose, boolean granted) {
        as("agent")
                .body(Map.of("purpose", purpose, "granted", granted, "how", "On the phone"))
                .post(CUSTOMERS + "/" + customer + "/consents")
                .then()
                .statusCode(201);
    }

    private static void consent(String customer) {
        say(customer, "surveys", false);
    }

    private static void verify(String customer, String address) {
        as("agent")
                .body(Map.of("kind", "email", "value", address))
                .post(CUSTOMERS + "/" + customer + "/identity-verifications")
                .then()
                .statusCode(201);
    }

    private static void note(String customer) {
        as("agent")
                .body(Map.of("body", "Likes tea."))
                .post(CUSTOMERS + "/" + customer + "/notes")
                .then()
                .statusCode(201);
    }

    private static int notes(String customer) {
        return as("agent")
                .get(CUSTOMERS + "/" + customer + "/notes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    private static JsonPath profile(String id) {
        return as("agent")
                .get(CUSTOMERS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static long version(String id) {
        return profile(id).getLong("version");
    }

    private static ValidatableResponse merge(String survivor, String duplicate) {
        return as("agent")
                .body(Map.of("customerId", duplicate, "reason", "The same phone."))
                .post(CUSTOMERS + "/" + survivor + "/merges")
                .then();
    }

    private static String merged(String survivor, String duplicate) {
        return merge(survivor, duplicate)
                .statusCode(201)
                .body("duplicateId", equalTo(duplicate))
                .body("undoneAt", nullValue())
                .extract()
                .path("id");
    }

    private static ValidatableResponse undo(String survivor, String merge) {
        return as("agent")
                .header("If-Match", "*")
                .delete(CUSTOMERS + "/" + survivor + "/merges/" + merge)
                .then();
    }
}
