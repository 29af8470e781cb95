package helpdesk.ticket.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.platform.erasure.Mentions;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import helpdesk.ticket.channel.Networks;
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

/** What is kept of conversations on networks is told to the person, and erased. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ErasedChannelsTest {

    private static final String CUSTOMERS = "helpdesk.customer";
    private static final String ADAPTER = Tokens.ofApiKey(UUID.randomUUID(), "integration");

    private final EventProbe probe = EventProbe.on("helpdesk.ticket");
    private final Person person = Person.one();
    private final String network = Networks.network();
    private final String conversation = "c-" + person.email();
    private final String reply = "r-" + person.email();

    @Inject
    Mentions mentions;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void conversations_messages_and_replies_are_erased_and_a_later_message_is_of_somebody_unknown() {
        String ticket = theirs();
        String followUp = followedUp(ticket);
        assertThat(found()).isNotEmpty();

        Event receipt = person.erased(probe, 1);

        assertThat(receipt.data().path("erased").path("channelConversations").asInt())
                .isOne();
        assertThat(found()).isEmpty();
        for (String table : List.of("channel_conversation", "channel_message", "channel_delivery")) {
            assertThat(Database.count(table + " where network = '" + network + "'"))
                    .as(table)
                    .isZero();
        }
        JsonPath comments = Api.get("/tickets/" + followUp + "/comments").jsonPath();
        assertThat(comments.getList("items.body")).containsOnly("[erased]");
        assertThat(comments.getString("items[0].network")).isEqualTo(network);

        JsonPath anew = Networks.brought(network, conversation, "Hello again");
        assertThat(anew.getString("ticketId")).isNotIn(ticket, followUp);
        assertThat(anew.getBoolean("opened")).isTrue();
        assertThat(Api.read(anew.getString("ticketId")).getString("requester.customerId"))
                .isNull();
        assertThat(person.erased(probe, 2).data().path("erased").has("channelConversations"))
                .isFalse();
    }

    @Test
    void the_archive_tells_of_conversations_messages_and_replies() throws IOException {
        theirs();
        Map<String, String> entries = new HashMap<>();
        byte[] zip = Api.as(Tokens.of("admin"))
                .get("/api/v1/services/ticket-service/personal-data/" + person.id())
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        JsonPath conversations = JsonPath.from(entries.get("channel-conversations.json"));
        assertThat(conversations.getString("[0].conversation_id")).isEqualTo(conversation);
        assertThat(conversations.getString("[0].handle")).isEqualTo("@" + person.email());
        assertThat(JsonPath.from(entries.get("channel-messages.json")).getString("[0].message_id"))
                .startsWith("m-");
        assertThat(JsonPath.from(entries.get("channel-replies.json")).getString("[0].network_message_id"))
                .isEqualTo(reply);
    }

    /** A ticket of the person that came by a network, was answered, and is known to be theirs. */
    private String theirs() {
        Map<String, Object> message = Networks.message(network, conversation, "Here is " + person.name());
        message.put("from", Map.of("handle", "@" + person.email(), "name", person.name()));
        String ticket = Api.made(ADAPTER, "/channel-messages", message).getString("ticketId");
        String comment = Api.comment(Tokens.of(Given.agent(), "agent"), ticket, Map.of("body", "Dear " + person.name()))
                .jsonPath()
                .getString("id");
        Map<String, Object> report = Map.of(
                "network",
                network,
                "commentId",
                comment,
                "outcome",
                "failed",
                "networkMessageId",
                reply,
                "reason",
                person.name() + " is away");
        Api.post(ADAPTER, "/channel-deliveries", report).then().statusCode(200);
        probe.publish(CUSTOMERS, person.profile());
        probe.publish(CUSTOMERS, Given.identified(ticket, person.id()).withData("name", person.name()));
        Awaitility.await()
                .until(() -> person.id().toString().equals(Api.read(ticket).getString("requester.customerId")));
        return ticket;
    }

    private String followedUp(String ticket) {
        Api.resolved(ticket, Given.agent());
        Given.close(ticket);
        return Networks.brought(network, conversation, person.name() + " once more")
                .getString("ticketId");
    }

    private List<String> found() {
        return mentions.everywhere(person.terms()).stream()
                .filter(mention -> mention.contains("topic=null"))
                .toList();
    }
}
