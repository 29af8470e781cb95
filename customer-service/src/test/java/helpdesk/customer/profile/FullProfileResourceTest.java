package helpdesk.customer.profile;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Given.patched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.customer.Given;
import helpdesk.customer.Happenings;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What there is to know of a person, and who cares for them. */
@QuarkusTest
@WithTestResource(RealParts.class)
class FullProfileResourceTest {

    private final EventProbe probe = EventProbe.on(Happenings.CUSTOMERS);

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_profile_tells_how_to_say_the_name_what_to_mind_and_who_cares() {
        UUID agent = Given.agent("Daniel Brandt");
        Map<String, Object> body = named("pronunciation", "ah-MAH-rah");
        body.put("accessibilityNeeds", "Hard of hearing:\nwrite, do not call.");
        body.put("accountManagerId", agent);
        body.put("customFields", Map.of("size", 42, "colours", List.of("red", "blue"), "vip", true));
        JsonPath made = created(body);
        String id = made.getString("id");

        assertThat(made.getString("pronunciation")).isEqualTo("ah-MAH-rah");
        assertThat(made.getString("accessibilityNeeds")).contains("write");
        assertThat(made.getMap("customFields"))
                .isEqualTo(Map.of("size", 42, "colours", List.of("red", "blue"), "vip", true));
        Event created = probe.await("org.helpdesk.customer.created.v1", id);
        Contracts.assertFits(created);
        assertThat(created.data().get("accountManagerId").asText()).isEqualTo(agent.toString());
        assertThat(created.data().toString()).doesNotContain("hearing");
        as("agent")
                .queryParam("accountManagerId", agent)
                .get(CUSTOMERS)
                .then()
                .statusCode(200)
                .body("items.id", contains(id));

        Map<String, Object> vip = new HashMap<>();
        vip.put("vip", null);
        patched(id, 0, Map.of("customFields", vip, "pronunciation", "AH-ma-ra"))
                .statusCode(200)
                .body("customFields", equalTo(Map.of("size", 42, "colours", List.of("red", "blue"))))
                .body("pronunciation", equalTo("AH-ma-ra"))
                .body("accountManagerId", equalTo(agent.toString()));
    }

    @Test
    void how_they_like_to_be_told_is_on_the_card_and_in_events_until_it_is_taken_back() {
        String id = created(named("preferredChannel", "sms")).getString("id");

        assertThat(probe.await("org.helpdesk.customer.created.v1", id)
                        .data()
                        .get("preferredChannel")
                        .asText())
                .isEqualTo("sms");
        as("agent")
                .queryParam("customerId", id)
                .get("/api/v1/contact-cards")
                .then()
                .statusCode(200)
                .body("items[0].preferredChannel", equalTo("sms"));
        patched(id, 0, Map.of("preferredName", "Amy")).statusCode(200).body("preferredChannel", equalTo("sms"));
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("preferredChannel", null);
        patched(id, 1, nothing).statusCode(200).body("preferredChannel", nullValue());
    }

    @Test
    void who_cares_works_here_and_organisations_exist() {
        refused(named("accountManagerId", UUID.randomUUID()), "unknown-agent", "/accountManagerId");
        refused(named("organizationId", UUID.randomUUID()), "unknown-organization", "/organizationId");
        UUID gone = Given.agent("Gone");
        String id = created(named("accountManagerId", gone)).getString("id");
        Given.leaves(gone);
        Awaitility.await().untilAsserted(() -> patchedWith(gone).statusCode(422));
        // Who cared when it was written stays until somebody else does.
        patched(id, 0, Map.of("preferredName", "Amy")).statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_is_wrong_is_named(String field, Object value, String pointer) {
        as("agent")
                .body(named(field, value))
                .post(CUSTOMERS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("pronunciation", "", "/pronunciation"),
                Arguments.of("pronunciation", "a\nb", "/pronunciation"),
                Arguments.of("accessibilityNeeds", "x".repeat(2001), "/accessibilityNeeds"),
                Arguments.of("preferredChannel", "pigeon", "/preferredChannel"),
                Arguments.of("organizationId", "acme", "/organizationId"),
                Arguments.of("customFields", Map.of("", 1), "/customFields/"),
                Arguments.of("customFields", Map.of("text", "x".repeat(1001)), "/customFields/text"),
                Arguments.of("lastContactAt", "2026-01-01T00:00:00Z", "/lastContactAt"));
    }

    private static ValidatableResponse patchedWith(UUID agent) {
        return patched(created(named("preferredName", "Amy")).getString("id"), 0, Map.of("accountManagerId", agent));
    }

    private static void refused(Map<String, Object> body, String code, String pointer) {
        as("agent")
                .body(body)
                .post(CUSTOMERS)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors.pointer", contains(pointer));
    }
}
