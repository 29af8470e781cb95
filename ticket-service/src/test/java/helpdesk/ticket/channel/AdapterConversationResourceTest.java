package helpdesk.ticket.channel;

import static helpdesk.ticket.channel.Networks.brought;
import static helpdesk.ticket.channel.Networks.message;
import static helpdesk.ticket.channel.Networks.report;
import static helpdesk.ticket.channel.Networks.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer and an agent talk with each other, by an adapter that does what docs/channels.md tells. */
@QuarkusTest
@WithTestResource(RealParts.class)
class AdapterConversationResourceTest {

    private static final String ASKED = "org.helpdesk.ticket.channel-reply-asked.v1";

    private final EventProbe probe = EventProbe.on("helpdesk.ticket");

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_customer_writes_is_answered_and_writes_again() {
        String network = Networks.network();
        UUID agent = Given.agent("Mei Tanaka");
        String token = Tokens.of(agent, "agent");

        // The customer writes; the network tells its adapter twice.
        Map<String, Object> first = message(network, "t_1", "My parcel says delivered, but nothing is here.");
        String ticket = brought(first).getString("ticketId");
        send(first).then().statusCode(200);
        assertThat(Api.read(ticket).getString("status")).isEqualTo("new");

        // An agent takes it, leaves a note, and answers.
        Api.changed(ticket, Map.of("assigneeId", agent));
        Api.comment(token, ticket, Map.of("body", "The neighbour has it.", "visibility", "internal"))
                .then()
                .statusCode(201);
        Networks.answered(ticket, agent, "Dear Amara, it stands with your neighbour in number 12.");
        Api.changed(ticket, Map.of("status", "resolved", "resolution", "It was with the neighbour."));

        // The adapter is told of the answer alone, says it on the network, and reports.
        Event asked = probe.await(ASKED, ticket);
        Contracts.assertFits(asked);
        JsonNode data = asked.data();
        assertThat(data.path("text").asText()).isEqualTo("Dear Amara, it stands with your neighbour in number 12.");
        assertThat(data.path("agentName").asText()).isEqualTo("Mei Tanaka");
        report(Map.of(
                        "network",
                        data.path("network").asText(),
                        "commentId",
                        data.path("commentId").asText(),
                        "outcome",
                        "delivered",
                        "networkMessageId",
                        "m_2"))
                .then()
                .statusCode(200);

        // The customer answers: the ticket is open again, and says all in its order.
        Map<String, Object> second =
                message(network, data.path("conversationId").asText(), "It is not there either!");
        second.put("inReplyTo", "m_2");
        assertThat(brought(second).getString("ticketId")).isEqualTo(ticket);
        probe.await("org.helpdesk.ticket.reopened.v1", ticket);
        assertThat(Api.read(ticket).getString("status")).isEqualTo("open");
        JsonPath comments = Networks.comments(ticket);
        assertThat(comments.getList("items.body"))
                .isEqualTo(List.of(
                        "The neighbour has it.",
                        "Dear Amara, it stands with your neighbour in number 12.",
                        "It is not there either!"));
        assertThat(comments.getString("items[1].channelDelivery.state")).isEqualTo("delivered");
        assertThat(probe.of(ticket).stream().map(Event::type))
                .filteredOn(ASKED::equals)
                .hasSize(1);
        probe.of(ticket).forEach(Contracts::assertFits);

        // Nothing is left to do on the network.
        assertThat(Api.get("/channel-deliveries?state=asked&network=" + network)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }
}
