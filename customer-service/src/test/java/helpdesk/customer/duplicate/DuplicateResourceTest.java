package helpdesk.customer.duplicate;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.patched;
import static helpdesk.customer.Happenings.PATIENCE;
import static helpdesk.customer.Happenings.TICKETS;
import static helpdesk.customer.Happenings.opened;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.customer.Given;
import helpdesk.customer.Happenings;
import helpdesk.testing.Database;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Profiles that may be of one person are suggested, until somebody says what they are. */
@QuarkusTest
@WithTestResource(RealParts.class)
class DuplicateResourceTest {

    private static final String DUPLICATES = "/api/v1/customer-duplicates";

    /** Letters only: digits do not count. */
    private final String name = "Q" + Given.unique().replaceAll("[^a-f]", "") + letters();

    @Test
    void who_writes_from_two_addresses_is_suggested_until_merged() {
        String one = profile(name + " Okafor", name + ".okafor@example.org");
        String other = profile("Okafor " + name, name + "_okafor7@example.com");
        JsonPath found = awaitSuggestion(one);
        assertThat(found.getList("items[0].customers.id")).containsExactlyInAnyOrder(one, other);
        assertThat(found.getList("items[0].reasons")).isEqualTo(List.of("similar_name", "similar_email"));
        assertThat(found.getInt("items[0].score")).isEqualTo(75);
        assertThat(found.getList("items[0].customers.emails")).hasSize(2);
        as("agent")
                .body(Map.of("customerId", other))
                .post(CUSTOMERS + "/" + one + "/merges")
                .then()
                .statusCode(201);
        assertThat(suggestions(one).getList("items")).isEmpty();
    }

    @Test
    void who_presents_the_address_of_one_and_the_number_of_another_may_be_both() {
        String email = Given.email();
        String phone = Given.phone();
        String one = created(Map.of("name", "Amara", "emails", List.of(email))).getString("id");
        created(Map.of("name", "Somebody", "phones", List.of(phone)));
        try (EventProbe probe = EventProbe.on(Happenings.CUSTOMERS)) {
            probe.publish(TICKETS, opened(UUID.randomUUID(), Map.of("name", "A", "email", email, "phone", phone)));
        }
        assertThat(awaitSuggestion(one).getList("items[0].reasons")).isEqualTo(List.of("same_contact"));
    }

    @Test
    void what_was_dismissed_is_not_suggested_again() {
        String one = profile(name + " Okafor", name + ".okafor@example.org");
        String other = profile(name + " Okafor", name + "_okafor@example.com");
        String id = awaitSuggestion(one).getString("items[0].id");
        as("integration").delete(DUPLICATES + "/" + id).then().statusCode(403);
        as("agent").delete(DUPLICATES + "/" + id).then().statusCode(204);
        as("agent").delete(DUPLICATES + "/" + id).then().statusCode(204);
        patched(other, 0, Map.of("birthday", "1980-01-01")).statusCode(200);
        awaitCompared();
        assertThat(suggestions(one).getList("items")).isEmpty();
        as("agent")
                .delete(DUPLICATES + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("duplicate-not-found"));
    }

    @Test
    void a_profile_that_changed_is_compared_anew() {
        String one = profile(name + " Okafor", name + ".okafor@example.org");
        String other = profile(name + " Okafor", name + "_okafor@example.com");
        awaitSuggestion(one);
        patched(other, 0, Map.of("name", "Paul Miller")).statusCode(200);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> suggestions(one).getList("items").isEmpty());
    }

    @Test
    void they_are_listed_page_by_page_the_likeliest_first() {
        String middle = profile(name + " Okafor", name + ".okafor@example.org");
        IntStream.range(0, 4).forEach(i -> profile(name + " Okafor", name + ".okafor" + i + "@example.org"));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> suggestions(middle).getList("items").size() == 4);
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            JsonPath page = as("agent")
                    .queryParam("customerId", middle)
                    .queryParam("limit", 3)
                    .queryParam("after", after == null ? "" : after)
                    .get(DUPLICATES)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            after = page.getString("next");
        } while (after != null);
        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void what_many_share_says_nothing() {
        // Addresses of letters alone: digits say nothing, and without them short ones are often alike.
        IntStream.range(0, 22).forEach(i -> profile(name + " Okafor", letters() + "@example.org"));
        String last = profile(name + " Okafor", letters() + "@example.org");
        awaitCompared();
        assertThat(suggestions(last).getList("items")).isEmpty();
    }

    @Test
    void programs_and_strangers_see_none() {
        as("integration").get(DUPLICATES).then().statusCode(403);
        given().get(DUPLICATES).then().statusCode(401);
        as("agent")
                .queryParam("customerId", UUID.randomUUID())
                .get(DUPLICATES)
                .then()
                .statusCode(404);
    }

    private static String profile(String name, String email) {
        return created(Map.of("name", name, "emails", List.of(email.toLowerCase(Locale.ROOT))))
                .getString("id");
    }

    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .chars()
                .filter(Character::isLetterOrDigit)
                .limit(12)
                .mapToObj(sign -> String.valueOf((char) ('g' + sign % 16)))
                .collect(Collectors.joining());
    }

    private static JsonPath awaitSuggestion(String customer) {
        return Awaitility.await().atMost(PATIENCE).until(() -> suggestions(customer), page -> !page.getList("items")
                .isEmpty());
    }

    private static void awaitCompared() {
        Awaitility.await().atMost(PATIENCE).until(() -> Database.count("duplicate_check") == 0);
    }

    private static JsonPath suggestions(String customer) {
        return as("agent")
                .queryParam("customerId", customer)
                .get(DUPLICATES)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
