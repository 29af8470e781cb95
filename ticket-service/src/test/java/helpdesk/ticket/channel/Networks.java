package helpdesk.ticket.channel;

import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What adapters of networks do. */
public final class Networks {

    static final String ADAPTER = Tokens.ofApiKey(UUID.randomUUID(), "integration");

    private Networks() {}

    /** A network that no other test knows. */
    public static String network() {
        return "net-" + UUID.randomUUID();
    }

    /** A message that can be sent as it is, the first of its conversation. */
    public static Map<String, Object> message(String network, String conversation, String text) {
        Map<String, Object> message = new HashMap<>();
        message.put("network", network);
        message.put("channel", "social");
        message.put("conversationId", conversation);
        message.put("messageId", "m-" + UUID.randomUUID());
        message.put("from", Map.of("handle", "@amara", "name", "Amara Okafor"));
        message.put("text", text);
        return message;
    }

    /** The same with another value in one field. */
    static Map<String, Object> with(Map<String, Object> message, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(message);
        changed.put(field, value);
        return changed;
    }

    static Response send(Map<String, Object> message) {
        return Api.post(ADAPTER, "/channel-messages", message);
    }

    /** Brings a message and gives where it went. */
    public static JsonPath brought(String network, String conversation, String text) {
        return brought(message(network, conversation, text));
    }

    static JsonPath brought(Map<String, Object> message) {
        return send(message).then().statusCode(201).extract().jsonPath();
    }

    /** An agent answers; gives the comment. */
    static JsonPath answered(String ticket, UUID agent, String text) {
        return Api.comment(Tokens.of(agent, "agent"), ticket, Map.of("body", text))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static Response report(String network, Object comment, String outcome) {
        return report(Map.of("network", network, "commentId", comment, "outcome", outcome));
    }

    static Response report(Map<String, Object> report) {
        return Api.post(ADAPTER, "/channel-deliveries", report);
    }

    static JsonPath comments(String ticket) {
        return Api.get("/tickets/" + ticket + "/comments?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static List<String> bodies(String ticket) {
        return comments(ticket).getList("items.body");
    }
}
