package helpdesk.customer.card;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.named;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import helpdesk.customer.Given;
import helpdesk.customer.Happenings;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Statements;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody calls, and whoever answers knows who it is. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ContactCardResourceTest {

    private static final String CARDS = "/api/v1/contact-cards";

    private final EventProbe probe = EventProbe.on(Happenings.CUSTOMERS);
    private final String phone = Given.phone();
    private final String email = Given.email();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_card_tells_what_to_call_them_what_is_open_and_what_to_know() {
        UUID agent = Given.agent("Daniel Brandt");
        String company = "Cards " + Given.unique();
        String organization = as("agent")
                .body(Map.of("name", company, "accountManagerId", agent))
                .post("/api/v1/organizations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> body = named("phones", List.of(phone));
        body.put("preferredName", "Amy");
        body.put("pronunciation", "AY-mee");
        body.put("emails", List.of(email));
        body.put("languages", List.of("ig", "en"));
        body.put("timeZone", "Asia/Almaty");
        body.put("accessibilityNeeds", "Speak slowly.");
        body.put("organizationId", organization);
        String id = created(body).getString("id");
        for (Map.Entry<String, Boolean> note :
                Map.of("Never before ten.", true, "Likes the sea.", false).entrySet()) {
            as("agent")
                    .body(Map.of("body", note.getKey(), "pinned", note.getValue()))
                    .post(CUSTOMERS + "/" + id + "/notes")
                    .then()
                    .statusCode(201);
        }
        UUID open = UUID.randomUUID();
        UUID closed = UUID.randomUUID();
        for (UUID ticket : List.of(open, closed)) {
            probe.publish(
                    Happenings.TICKETS,
                    Happenings.opened(ticket, Map.of("email", email)).with("sequence", "0"));
        }
        probe.publish(
                Happenings.TICKETS,
                Happenings.of("ticket.closed", closed)
                        .withData("status", "closed")
                        .with("sequence", "9"));
        // What comes late does not open it again.
        probe.publish(
                Happenings.TICKETS,
                Happenings.of("ticket.changed", closed)
                        .withData("status", "open")
                        .with("sequence", "4"));
        // A customer's own words count as being in touch; those of others do not.
        Event reply = Happenings.of("ticket.commented", open).with("sequence", "5");
        probe.publish(
                Happenings.TICKETS,
                Happenings.at(
                        Instant.parse("2030-01-01T10:00:00Z"),
                        reply.withData("author", Map.of("kind", "customer", "name", "Amara"))));
        probe.publish(
                Happenings.TICKETS,
                Happenings.at(
                        Instant.parse("2030-01-01T11:00:00Z"),
                        reply.again().withData("author", Map.of("kind", "agent", "name", "Daniel"))));
        Happenings.awaitTimeline(id, 7);

        JsonPath cards = card("phone", phone);
        assertThat(cards.getList("items")).hasSize(1);
        assertThat(cards.getString("items[0].customerId")).isEqualTo(id);
        assertThat(cards.getString("items[0].say")).isEqualTo("Amy");
        assertThat(cards.getString("items[0].howToSay")).isEqualTo("AY-mee");
        assertThat(cards.getString("items[0].language")).isEqualTo("ig");
        assertThat(OffsetDateTime.parse(cards.getString("items[0].localTime")).getOffset())
                .isEqualTo(ZoneId.of("Asia/Almaty").getRules().getOffset(Instant.now()));
        assertThat(cards.getString("items[0].organization.name")).isEqualTo(company);
        assertThat(cards.getString("items[0].accountManager.name")).isEqualTo("Daniel Brandt");
        assertThat(cards.getString("items[0].accessibilityNeeds")).isEqualTo("Speak slowly.");
        assertThat(cards.getInt("items[0].openTicketCount")).isEqualTo(1);
        assertThat(cards.getList("items[0].openTickets.id")).isEqualTo(List.of(open.toString()));
        assertThat(cards.getString("items[0].openTickets[0].subject")).isNotBlank();
        assertThat(cards.getList("items[0].toKnow.body")).isEqualTo(List.of("Never before ten."));
        assertThat(cards.getString("items[0].lastContact.kind")).isEqualTo("ticket.commented");
        assertThat(cards.getString("items[0].lastContact.at")).isEqualTo("2030-01-01T10:00:00Z");
        assertThat(cards.getList("items[0].latest")).hasSize(5);
        assertThat(card("email", email.toUpperCase(Locale.ROOT)).getList("items.customerId"))
                .isEqualTo(List.of(id));
        assertThat(card("customerId", id).getList("items.customerId")).isEqualTo(List.of(id));
    }

    @Test
    void a_card_takes_the_same_few_statements_whatever_there_is() {
        String id = created(named("phones", List.of(phone))).getString("id");
        List<String> few = Statements.during(() -> card("phone", phone));
        for (int i = 0; i < 5; i++) {
            as("agent")
                    .body(Map.of("body", "Note " + i, "pinned", true))
                    .post(CUSTOMERS + "/" + id + "/notes")
                    .then()
                    .statusCode(201);
        }
        assertThat(Statements.during(() -> card("phone", phone))).isEqualTo(few).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void nobody_has_no_card_and_nothing_finds_nobody() {
        assertThat(card("phone", phone).getList("items")).isEmpty();
        assertThat(card("customerId", UUID.randomUUID().toString()).getList("items"))
                .isEmpty();
        as("agent").get(CARDS).then().statusCode(400).body("code", equalTo("invalid-parameter"));
        as("agent")
                .queryParam("phone", "call me")
                .get(CARDS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?phone"));
        as("agent").queryParam("email", "nobody").get(CARDS).then().statusCode(400);
    }

    @Test
    void telephone_systems_may_ask_and_customers_may_not() {
        String id = created(named("phones", List.of(phone))).getString("id");
        as("agent")
                .body(Map.of("body", "Difficult.", "pinned", true))
                .post(CUSTOMERS + "/" + id + "/notes")
                .then()
                .statusCode(201);
        as("integration")
                .queryParam("phone", phone)
                .get(CARDS)
                .then()
                .statusCode(200)
                .body("items[0].say", equalTo("Amara Okafor"))
                .body("items[0].toKnow", hasSize(0))
                .body("items[0].latest", hasSize(0));
        as("agent").queryParam("phone", phone).get(CARDS).then().body("items[0].toKnow", hasSize(1));
        as("agent")
                .queryParam("phone", phone)
                .queryParam("customerId", id)
                .get(CARDS)
                .then()
                .statusCode(400);
        as("customer").queryParam("phone", phone).get(CARDS).then().statusCode(403);
        given().queryParam("phone", phone).get(CARDS).then().statusCode(401);
    }

    private static JsonPath card(String parameter, String value) {
        return as("agent")
                .queryParam(parameter, value)
                .get(CARDS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
