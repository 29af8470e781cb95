package helpdesk.ticket.ticketing;

import static helpdesk.ticket.Api.agent;
import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.open;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class TicketResourceTest {

    @Test
    void a_ticket_is_opened_for_a_mail_address_alone() {
        Response answer = open(ticket("requester", Map.of("email", "Amara.Okafor@Example.ORG")));

        answer.then().statusCode(201);
        JsonPath ticket = answer.jsonPath();
        assertThat(answer.header("Location")).endsWith("/api/v1/tickets/" + ticket.getString("id"));
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(ticket.getString("number")).matches("HD-[0-9]+");
        assertThat(ticket.getMap("requester"))
                .isEqualTo(Map.of("name", "amara.okafor", "email", "amara.okafor@example.org"));
        assertThat(ticket.getInt("version")).isZero();
    }

    @Test
    void what_is_left_out_has_a_meaning() {
        JsonPath ticket = opened();

        assertThat(ticket.getString("type")).isEqualTo("question");
        assertThat(ticket.getString("channel")).isEqualTo("api");
        assertThat(ticket.getString("priority")).isEqualTo("normal");
        assertThat(ticket.getString("status")).isEqualTo("new");
        assertThat(ticket.getString("group")).isEqualTo("support");
        assertThat(ticket.getInt("tier")).isEqualTo(1);
        assertThat(ticket.getList("tags")).isEmpty();
        assertThat(ticket.getMap("customFields")).isEmpty();
        Map<String, Object> all = ticket.getMap("$");
        assertThat(all)
                .containsEntry("assignee", null)
                .containsEntry("satisfaction", null)
                .containsEntry("language", null);
        assertThat(all).doesNotContainKeys("category", "cause", "resolution", "followUpOf", "externalId");
    }

    @Test
    void everything_that_can_be_said_is_kept() {
        Map<String, Object> told = ticket("requester", Map.of("name", "Amara Okafor", "phone", "+44 7700 900142"));
        told.put("type", "incident");
        told.put("channel", "in_person");
        told.put("priority", "urgent");
        told.put("language", "pt-br");
        told.put("tags", List.of("fire", "आग", "fire"));
        told.put("category", "printers");
        told.put("externalId", "erp-" + UUID.randomUUID());
        told.put("customFields", Map.of("floor", 3, "rooms", List.of("3a", "3b"), "insured", true, "since", "today"));

        String id = opened(told).getString("id");
        JsonPath ticket = Api.read(id);

        assertThat(ticket.getString("type")).isEqualTo("incident");
        assertThat(ticket.getString("channel")).isEqualTo("in_person");
        assertThat(ticket.getString("priority")).isEqualTo("urgent");
        assertThat(ticket.getString("language")).isEqualTo("pt-BR");
        assertThat(ticket.getList("tags")).isEqualTo(List.of("fire", "आग"));
        assertThat(ticket.getString("category")).isEqualTo("printers");
        assertThat(ticket.getString("externalId")).isEqualTo(told.get("externalId"));
        assertThat(ticket.getMap("customFields")).isEqualTo(told.get("customFields"));
        assertThat(ticket.getMap("requester")).isEqualTo(Map.of("name", "Amara Okafor", "phone", "+447700900142"));
    }

    @Test
    void a_phone_number_a_handle_or_a_name_is_enough() {
        assertThat(opened(ticket("requester", Map.of("phone", "+44 7700 900142")))
                        .getMap("requester"))
                .isEqualTo(Map.of("name", "+447700900142", "phone", "+447700900142"));
        Map<String, String> handle = Map.of("network", "x", "handle", "amara");
        assertThat(opened(ticket("requester", Map.of("handle", handle))).getMap("requester"))
                .isEqualTo(Map.of("name", "amara", "handle", handle));
        assertThat(opened(ticket("requester", Map.of("name", "Amara"))).getMap("requester"))
                .isEqualTo(Map.of("name", "Amara"));
    }

    @Test
    void a_customer_is_known_by_id_and_served_in_the_own_language() {
        UUID customer = UUID.randomUUID();
        try (EventProbe probe = EventProbe.on("helpdesk.customer")) {
            probe.publish(
                    "helpdesk.customer",
                    Given.customer(customer)
                            .withData("preferredName", "Amara")
                            .withData("languages", List.of("kk", "en")));
        }

        JsonPath ticket = opened(ticket("requester", Map.of("customerId", customer)));

        assertThat(ticket.getMap("requester"))
                .isEqualTo(Map.of(
                        "customerId", customer.toString(),
                        "name", "Amara Okafor",
                        "preferredName", "Amara",
                        "email", "amara-" + customer + "@example.com",
                        "phone", "+447700900142"));
        assertThat(ticket.getString("language")).isEqualTo("kk");
        Map<String, Object> inEnglish = ticket("requester", Map.of("customerId", customer));
        inEnglish.put("language", "en");
        assertThat(opened(inEnglish).getString("language")).isEqualTo("en");
    }

    @Test
    void an_unknown_customer_is_refused() {
        assertProblem(
                open(ticket("requester", Map.of("customerId", UUID.randomUUID()))),
                422,
                "unknown-customer",
                "/requester/customerId");
    }

    @Test
    void three_clocks_start_with_a_ticket() {
        JsonPath ticket = opened();
        Instant start = Instant.parse(ticket.getString("createdAt"));

        assertThat(ticket.getString("serviceLevel.policy")).isEqualTo("Standard");
        assertThat(Api.clocks(ticket))
                .containsExactly("acknowledgement running", "firstReply running", "resolution running");
        assertThat(ticket.getList("serviceLevel.clocks.goalAt", String.class).stream()
                        .map(at -> Duration.between(start, Instant.parse(at))))
                .startsWith(Duration.ofSeconds(30), Duration.ofHours(8));
        assertThat(ticket.getInt("serviceLevel.clocks[1].remainingSeconds")).isBetween(35_900, 36_000);
        assertThat(ticket.getInt("serviceLevel.clocks[2].remainingSeconds"))
                .as("three business days")
                .isBetween(3 * 86_400 - 100, 3 * 86_400);
    }

    @Test
    void an_external_id_is_used_once_per_source() {
        UUID key = UUID.randomUUID();
        Map<String, Object> ticket = ticket("externalId", "erp-77120");
        String first = openAs(Tokens.ofApiKey(key, "integration"), ticket)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");

        Response again = openAs(Tokens.ofApiKey(key, "integration"), ticket);
        assertProblem(again, 409, "external-id-taken", "/externalId");
        assertThat(again.jsonPath().getString("ticketId")).isEqualTo(first);
        openAs(Tokens.ofApiKey(UUID.randomUUID(), "integration"), ticket).then().statusCode(201);
    }

    @Test
    void the_same_key_opens_one_ticket() {
        String token = Tokens.of("agent");
        String key = UUID.randomUUID().toString();
        Map<String, Object> ticket = ticket();

        Response first = openOnce(token, key, ticket);
        Response second = openOnce(token, key, ticket);

        first.then().statusCode(201);
        second.then().statusCode(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertProblem(openOnce(token, key, ticket("subject", "Another")), 422, "idempotency-key-reused");
    }

    @Test
    void a_ticket_is_read_by_id_and_by_number_in_any_case() {
        JsonPath ticket = opened();
        String number = ticket.getString("number");

        for (String reference : List.of(ticket.getString("id"), number, number.toLowerCase())) {
            Response answer = agent().get("/api/v1/tickets/" + reference);
            answer.then().statusCode(200);
            assertThat(answer.header("ETag")).isEqualTo("\"0\"");
            assertThat(answer.jsonPath().getString("id")).isEqualTo(ticket.getString("id"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01a20042-57db-7617-85d2-fa1b6527fbc7",
                "HD-999999999",
                "HD-0",
                "HD-99999999999999999999",
                "nonsense",
                "1'%20or%201=1",
                "%00",
                "..%2f..%2fq%2fhealth"
            })
    void what_does_not_exist_or_cannot_be_a_ticket_is_not_found(String reference) {
        Response answer = agent().urlEncodingEnabled(false).get("/api/v1/tickets/" + reference);

        assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void an_unknown_ticket_has_nothing_below_it() {
        UUID id = UUID.randomUUID();
        assertProblem(agent().get("/api/v1/tickets/" + id), 404, "ticket-not-found");
        assertProblem(agent().get("/api/v1/tickets/" + id + "/comments"), 404, "ticket-not-found");
        assertProblem(agent().get("/api/v1/tickets/" + id + "/history"), 404, "ticket-not-found");
        assertProblem(Api.patch(Tokens.of("agent"), id, "\"0\"", Map.of("priority", "high")), 404, "ticket-not-found");
        assertProblem(Api.comment(Tokens.of("agent"), id, Map.of("body", "Hello")), 404, "ticket-not-found");
        assertProblem(
                agent().contentType(ContentType.JSON)
                        .body(Map.of("reason", "Too hot."))
                        .post("/api/v1/tickets/" + id + "/escalations"),
                404,
                "ticket-not-found");
    }

    @Test
    void who_has_seen_the_present_version_gets_no_body() {
        String id = Api.openedId();

        Response same = agent().header("If-None-Match", "\"0\"").get("/api/v1/tickets/" + id);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.asString()).isEmpty();
        Api.changed(id, Map.of("priority", "high"));
        agent().header("If-None-Match", "\"0\"")
                .get("/api/v1/tickets/" + id)
                .then()
                .statusCode(200);
    }

    private static Response openAs(String token, Object ticket) {
        return Api.as(token).contentType(ContentType.JSON).body(ticket).post("/api/v1/tickets");
    }

    private static Response openOnce(String token, String key, Object ticket) {
        return Api.as(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(ticket)
                .post("/api/v1/tickets");
    }
}
