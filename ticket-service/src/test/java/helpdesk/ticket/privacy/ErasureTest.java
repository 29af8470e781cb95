package helpdesk.ticket.privacy;

import static helpdesk.ticket.Api.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.platform.erasure.Mentions;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What tickets tell of a person is told to the person, and erased. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ErasureTest {

    private static final String CUSTOMERS = "helpdesk.customer";
    private static final String AGENT = Tokens.of("agent");

    private final EventProbe probe = EventProbe.on("helpdesk.ticket");
    private final UUID customer = UUID.randomUUID();
    private final UUID request = UUID.randomUUID();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String name = "Zebulon Quistgaard-" + mark;
    private final String email = "zebulon." + mark + "@example.org";
    private final String phone = "+4930" + (10_000_000 + Math.floorMod(mark.hashCode(), 80_000_000));

    @Inject
    Mentions mentions;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void nothing_is_left_but_that_there_were_tickets() {
        String ticket = person();
        String unlinked = Api.opened(Api.ticket("requester", Map.of("name", name, "email", email)))
                .getString("id");
        String link = given().contentType("application/json")
                .body(Map.of("name", name, "email", email, "subject", "For " + name, "description", name))
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("link");
        String other = Api.openedId();
        Api.made("/tickets/" + other + "/side-conversations", asked(email, "Do you know?"));
        Api.comment(AGENT, other, Map.of("body", "Nobody else's.", "visibility", "public"))
                .then()
                .statusCode(201);
        assertThat(found()).isNotEmpty();
        long version = Api.read(ticket).getLong("version");

        Event receipt = erased(1);
        Contracts.assertFits(receipt);
        assertThat(receipt.data().path("service").asText()).isEqualTo("ticket-service");
        assertThat(receipt.data().path("erased").path("tickets").asInt()).isEqualTo(3);
        assertThat(found()).isEmpty();
        JsonPath left = Api.read(ticket);
        assertThat(left.getString("subject")).isEqualTo("[erased]");
        assertThat(left.getString("requester.name")).isEqualTo("[erased]");
        assertThat(left.getString("requester.email")).isNull();
        assertThat(left.getString("status")).isEqualTo("resolved");
        assertThat(left.getLong("version")).isGreaterThan(version);
        assertThat(Api.get("/tickets/" + ticket + "/attachments").jsonPath().getList("items"))
                .isEmpty();
        assertThat(Api.get("/tickets?q=" + left.getString("number")).jsonPath().getList("items.id"))
                .contains(ticket);
        assertThat(Api.read(unlinked).getString("requester.name")).isEqualTo("[erased]");
        assertProblem(given().get(link.substring(link.indexOf("/api/"))), 404, "not-found");
        assertThat(Api.get("/tickets/" + other + "/comments").jsonPath().getList("items.body"))
                .contains("Nobody else's.");
        assertThat(Api.read(other).getString("subject")).isEqualTo("The printer is on fire");

        // Late or replayed news bring nothing back, and nobody opens tickets for who is gone.
        probe.publish(CUSTOMERS, profile().with("sequence", "99"));
        assertThat(erased(2).data().path("erased").has("customers")).isFalse();
        assertThat(found()).isEmpty();
        assertProblem(
                Api.open(Api.ticket("requester", Map.of("customerId", customer))),
                422,
                "unknown-customer",
                "/requester/customerId");
    }

    @Test
    void all_that_is_held_comes_as_an_archive() throws IOException {
        person();
        Map<String, String> entries = new HashMap<>();
        String path = "/api/v1/services/ticket-service/personal-data/" + customer;
        byte[] zip = Api.as(Tokens.of("admin"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(entries)
                .containsKeys(
                        "customers.json",
                        "tickets.json",
                        "comments.json",
                        "files.json",
                        "side-conversations.json",
                        "plan-steps.json",
                        "history.json");
        assertThat(JsonPath.from(entries.get("tickets.json")).getString("[0].subject"))
                .isEqualTo("Disk of " + name);
        assertThat(entries.entrySet())
                .anyMatch(entry ->
                        entry.getKey().startsWith("files/") && entry.getValue().equals("Written by " + name));
        Api.agent().get(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
    }

    /** A ticket of somebody, with words in all places that take words. */
    private String person() {
        probe.publish(CUSTOMERS, profile());
        Map<String, Object> body = Api.ticket("requester", Map.of("customerId", customer));
        body.put("subject", "Disk of " + name);
        body.put("description", name + " says it is full.");
        body.put("externalId", "disk of " + name);
        String ticket = Awaitility.await()
                .until(() -> Api.open(body), answer -> answer.statusCode() == 201)
                .jsonPath()
                .getString("id");
        Api.comment(AGENT, ticket, Map.of("body", "Dear " + name + ", we look.", "visibility", "public"))
                .then()
                .statusCode(201);
        Api.comment(AGENT, ticket, Map.of("body", name + " is angry.", "visibility", "internal"))
                .then()
                .statusCode(201);
        Api.upload(AGENT, ticket, "letter-" + mark + ".txt", ("Written by " + name).getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201);
        Api.made(
                "/tickets/" + ticket + "/side-conversations",
                asked("desk@example.com", "Where is the parcel of " + name + "?"));
        UUID agent = Given.agent();
        Api.made(
                "/tickets/" + ticket + "/plan/steps",
                Map.of("what", "Call " + phone, "ownerId", agent, "dueAt", "2030-01-01T00:00:00Z"));
        Api.agent()
                .contentType("application/json")
                .header("Idempotency-Key", mark)
                .body(Map.of("reason", name + " insists."))
                .post("/api/v1/tickets/" + ticket + "/escalations")
                .then()
                .statusCode(201);
        Api.changed(ticket, Map.of("subject", "Disk of " + name));
        Api.changed(ticket, Map.of("assigneeId", agent, "status", "resolved", "resolution", "Told " + name + " how."));
        return ticket;
    }

    private static Map<String, Object> asked(String address, String text) {
        return Map.of("subject", text, "body", text, "party", Map.of("name", "Parcel service", "email", address));
    }

    private Event profile() {
        return Given.customer(customer)
                .withData("name", name)
                .withData("preferredName", null)
                .withData("emails", List.of(email))
                .withData("phones", List.of(phone));
    }

    /** In the tables; on the topics the former events remain until customer-service clears them. */
    private List<String> found() {
        return mentions.everywhere(List.of(name, email, phone, mark)).stream()
                .filter(mention -> mention.contains("topic=null"))
                .toList();
    }

    private Event erased(int round) {
        probe.publish(
                CUSTOMERS,
                Contracts.sample("org.helpdesk.customer.erasure-requested.v1")
                        .again()
                        .with("subject", customer.toString())
                        .with("sequence", Integer.toString(100 + round))
                        .withData("customerId", customer)
                        .withData("requestId", request)
                        .withData("round", round)
                        .withData("formerIds", List.of())
                        .withData("names", List.of(name))
                        .withData("contacts", List.of(email, phone)));
        return probe.await(event -> event.type().equals("org.helpdesk.personal-data.erased.v1")
                && event.data().path("requestId").asText().equals(request.toString())
                && event.data().path("round").asInt() == round);
    }
}
