package helpdesk.ticket.presence;

import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.openedId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is at a ticket, and that others hear of it. */
@QuarkusTest
@WithTestResource(RealParts.class)
class PresenceEventsTest {

    @Test
    void colleagues_hear_who_comes_writes_and_goes() {
        String ticket = openedId();
        UUID agent = Given.agent("Mei Tanaka");
        try (EventProbe probe = EventProbe.on("helpdesk.ticket")) {
            tell(agent, ticket, "viewing");
            tell(agent, ticket, "viewing");
            assertThat(tell(agent, ticket, "writing").jsonPath().getList("items.activity"))
                    .containsExactly("writing");
            assertThat(Api.get("/tickets/" + ticket + "/presence").jsonPath().getList("items.agent.name"))
                    .containsExactly("Mei Tanaka");
            assertThat(tell(agent, ticket, "gone").jsonPath().getList("items")).isEmpty();

            for (String activity : List.of("viewing", "writing", "gone")) {
                Event told = probe.await(event -> event.type().equals("org.helpdesk.presence.changed.v1")
                        && event.data().path("ticketId").asText().equals(ticket)
                        && event.data().path("activity").asText().equals(activity));
                Contracts.assertFits(told);
            }
        }
    }

    @Test
    void who_says_nothing_any_more_is_gone() {
        String ticket = openedId();
        UUID agent = Given.agent();
        tell(agent, ticket, "viewing");
        Database.execute(
                "update ticket_presence set expires_at = now() - interval '1 second' where agent_id = ?", agent);

        assertThat(Api.get("/tickets/" + ticket + "/presence").jsonPath().getList("items"))
                .isEmpty();
        await().untilAsserted(() -> assertThat(Database.count("ticket_presence where agent_id = ?", agent))
                .isZero());
    }

    @Test
    void only_agents_are_at_tickets() {
        String ticket = openedId();

        assertProblem(
                Api.post(
                        Tokens.of(UUID.randomUUID(), "agent"),
                        "/tickets/" + ticket + "/presence",
                        Map.of("activity", "viewing")),
                403,
                "forbidden");
        assertProblem(
                Api.post(Tokens.of("agent"), "/tickets/" + ticket + "/presence", Map.of("activity", "sleeping")),
                400,
                "invalid-request",
                "/activity");
    }

    private static Response tell(UUID agent, String ticket, String activity) {
        Response answer =
                Api.post(Tokens.of(agent, "agent"), "/tickets/" + ticket + "/presence", Map.of("activity", activity));
        answer.then().statusCode(200);
        return answer;
    }
}
