package helpdesk.ticket.channel;

import static helpdesk.ticket.channel.Networks.answered;
import static helpdesk.ticket.channel.Networks.brought;
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
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What adapters are asked to bring to networks, held against the contract; and what they are not asked to. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ChannelReplyEventsTest {

    private static final String ASKED = "org.helpdesk.ticket.channel-reply-asked.v1";

    private final EventProbe probe = EventProbe.on("helpdesk.ticket");
    private final String network = Networks.network();
    private String ticket;
    private UUID agent;

    @BeforeEach
    void begin() {
        agent = Given.agent("Mei Tanaka");
        Api.change(Tokens.of("admin"), "/agents/" + agent, Map.of("title", "Customer care"))
                .then()
                .statusCode(200);
        ticket = brought(network, "c1", "My parcel is late").getString("ticketId");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void an_answer_is_asked_to_be_brought_to_the_conversation() {
        JsonPath comment = answered(ticket, agent, "Dear Amara, it comes today.");

        Event asked = probe.await(ASKED, ticket);
        Contracts.assertFits(asked);
        JsonNode data = asked.data();
        assertThat(data.path("ticketId").asText()).isEqualTo(ticket);
        assertThat(data.path("network").asText()).isEqualTo(network);
        assertThat(data.path("conversationId").asText()).isEqualTo("c1");
        assertThat(data.path("commentId").asText()).isEqualTo(comment.getString("id"));
        assertThat(data.path("text").asText()).isEqualTo("Dear Amara, it comes today.");
        assertThat(data.path("agentName").asText()).isEqualTo("Mei Tanaka");
        assertThat(data.path("agentTitle").asText()).isEqualTo("Customer care");
        assertThat(data.path("sentAt").asText()).isEqualTo(comment.getString("createdAt"));
        assertThat(asked.attributes()).containsEntry("actor", "account:" + agent);
        assertThat(comment.getString("channelDelivery.network")).isEqualTo(network);
        assertThat(comment.getString("channelDelivery.state")).isEqualTo("asked");
        assertThat(comment.getString("channelDelivery.at")).isEqualTo(comment.getString("createdAt"));
        assertThat(comment.getMap("channelDelivery"))
                .isEqualTo(Networks.comments(ticket).getMap("items[0].channelDelivery"));
        List<Event> events = probe.of(ticket);
        assertThat(events.stream().map(Event::sequence))
                .containsExactlyElementsOf(
                        LongStream.range(0, events.size()).boxed().toList());
    }

    @Test
    void a_macro_answers_too() {
        String macro = Api.made(
                        Tokens.of("admin"),
                        "/macros",
                        Map.of("name", "M " + UUID.randomUUID(), "reply", "On its way.", "changes", Map.of()))
                .getString("id");

        Api.made(Tokens.of(agent, "agent"), "/tickets/" + ticket + "/macro-applications", Map.of("macroId", macro));

        assertThat(probe.await(ASKED, ticket).data().path("text").asText()).isEqualTo("On its way.");
    }

    @Test
    void nothing_else_is_brought_there() {
        comment(Map.of("body", "She is angry.", "visibility", "internal"), Tokens.of(agent, "agent"));
        comment(Map.of("body", "By a program."), Networks.ADAPTER);
        comment(Map.of("body", "Said on the phone.", "channel", "phone"), Tokens.of(agent, "agent"));
        brought(network, "c1", "By the customer.");
        Api.made(
                Tokens.of(agent, "agent"),
                "/tickets/" + ticket + "/calls",
                Map.of(
                        "call",
                        Map.of("direction", "outbound", "rings", 2, "waitSeconds", 9, "durationSeconds", 30),
                        "note",
                        "Explained it."));
        String elsewhere = Api.openedId();
        assertThat(answered(elsewhere, agent, "Hello").getMap("channelDelivery"))
                .isNull();

        String last = answered(ticket, agent, "The only one.").getString("id");
        Event asked = probe.await(ASKED, ticket);

        assertThat(asked.data().path("commentId").asText()).isEqualTo(last);
        assertThat(probe.of(ticket).stream().map(Event::type))
                .filteredOn(ASKED::equals)
                .hasSize(1);
        assertThat(probe.of(elsewhere).stream().map(Event::type)).doesNotContain(ASKED);
        assertThat(Networks.comments(ticket).getList("items.channelDelivery").stream()
                        .filter(delivery -> delivery != null))
                .hasSize(1);
    }

    @Test
    void an_answer_said_to_be_of_the_networks_kind_is_brought_there() {
        comment(Map.of("body", "Hello", "channel", "social"), Tokens.of(agent, "agent"));

        assertThat(probe.await(ASKED, ticket).data().path("text").asText()).isEqualTo("Hello");
    }

    private void comment(Map<String, String> comment, String token) {
        Api.comment(token, ticket, comment).then().statusCode(201);
    }
}
