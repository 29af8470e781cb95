package helpdesk.ticket.ticketing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A ticket's whole way over HTTP and events, and each event held against its contract. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TicketFlowEventsTest {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    @Test
    void a_ticket_goes_its_way_and_each_step_is_told() {
        try (EventProbe probe = EventProbe.on("helpdesk.ticket")) {
            UUID agent = UUID.randomUUID();
            Event account = Contracts.sample("org.helpdesk.account.created.v1")
                    .again()
                    .with("subject", agent.toString())
                    .withData("accountId", agent.toString())
                    .withData("username", "agent-" + agent);
            probe.publish("helpdesk.account", account);

            JsonPath ticket = given().auth()
                    .oauth2(Tokens.of(agent, "agent"))
                    .contentType("application/json")
                    .body(Map.of(
                            "subject",
                            "Printer on fire",
                            "description",
                            "It burns.",
                            "type",
                            "incident",
                            "channel",
                            "email",
                            "requester",
                            Map.of("email", "Amara@Example.org")))
                    .post("/api/v1/tickets")
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            String id = ticket.getString("id");
            assertThat(ticket.getString("requester.name")).isEqualTo("amara");
            assertThat(ticket.getString("status")).isEqualTo("new");

            patch(id, agent, "{\"assigneeId\":\"" + agent + "\"}").then().statusCode(200);
            given().auth()
                    .oauth2(Tokens.of(agent, "agent"))
                    .contentType("application/json")
                    .body("{\"body\":\"On my way.\",\"visibility\":\"public\"}")
                    .post("/api/v1/tickets/" + id + "/comments")
                    .then()
                    .statusCode(201);
            patch(id, agent, "{\"status\":\"pending\",\"tags\":[\"fire\"]}")
                    .then()
                    .statusCode(200);
            patch(id, agent, "{\"status\":\"resolved\",\"resolution\":\"Extinguished.\"}")
                    .then()
                    .statusCode(200);
            patch(id, agent, "{\"status\":\"open\"}").then().statusCode(200);

            probe.await("org.helpdesk.ticket.reopened.v1", id);
            List<Event> events = probe.of(id);
            events.forEach(Contracts::assertFits);
            assertThat(events.stream().map(Event::type).map(type -> type.replaceAll("org.helpdesk.ticket.|.v1", "")))
                    .containsExactly(
                            "opened",
                            "assigned",
                            "commented",
                            "acknowledged",
                            "changed",
                            "changed",
                            "changed",
                            "resolved",
                            "reopened");
            assertThat(events.stream().map(Event::sequence)).isSorted().doesNotHaveDuplicates();
            given().auth()
                    .oauth2(Tokens.of(agent, "agent"))
                    .get("/api/v1/tickets?q=printer&status=open,new&count=true&tag=fire&limit=1&assignee=me")
                    .then()
                    .statusCode(200)
                    .body("items[0].id", org.hamcrest.Matchers.equalTo(id))
                    .body("total", org.hamcrest.Matchers.equalTo(1));
        }
    }

    private static Response patch(String id, UUID agent, String body) {
        String token = Tokens.of(agent, "agent");
        Awaitility.await()
                .until(() -> given().auth()
                                .oauth2(token)
                                .get("/api/v1/agents/" + agent)
                                .statusCode()
                        == 200);
        String tag = given().auth().oauth2(token).get("/api/v1/tickets/" + id).getHeader("ETag");
        return given().auth()
                .oauth2(token)
                .contentType(MERGE_PATCH)
                .header("If-Match", tag)
                .body(body)
                .patch("/api/v1/tickets/" + id);
    }
}
