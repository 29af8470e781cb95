package helpdesk.ticket.channel;

import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.channel.Networks.bodies;
import static helpdesk.ticket.channel.Networks.brought;
import static helpdesk.ticket.channel.Networks.message;
import static helpdesk.ticket.channel.Networks.send;
import static helpdesk.ticket.channel.Networks.with;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What customers write on networks becomes conversations of tickets. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ChannelMessageResourceTest {

    private static final String TEXT = "Hi, my parcel is late.\nCan you look?";

    private final String network = Networks.network();

    @Test
    void the_first_message_opens_a_ticket_of_its_sender() {
        Response answer = send(with(message(network, "c1", TEXT), "language", "en-GB"));

        answer.then().statusCode(201);
        JsonPath told = answer.jsonPath();
        assertThat(told.getBoolean("opened")).isTrue();
        assertThat(told.getString("commentId")).isNull();
        assertThat(answer.header("Location")).endsWith("/api/v1/tickets/" + told.getString("ticketId"));
        JsonPath ticket = Api.read(told.getString("ticketId"));
        assertThat(ticket.getString("number")).isEqualTo(told.getString("number"));
        assertThat(ticket.getString("subject")).isEqualTo("Hi, my parcel is late. Can you look?");
        assertThat(ticket.getString("description")).isEqualTo(TEXT);
        assertThat(ticket.getString("channel")).isEqualTo("social");
        assertThat(ticket.getString("language")).isEqualTo("en-GB");
        assertThat(ticket.getString("requester.name")).isEqualTo("Amara Okafor");
        assertThat(ticket.getString("requester.handle.network")).isEqualTo(network);
        assertThat(ticket.getString("requester.handle.handle")).isEqualTo("@amara");
    }

    @Test
    void later_messages_are_the_requesters_comments_and_open_what_was_resolved() {
        String ticket = brought(network, "c1", TEXT).getString("ticketId");
        Api.resolved(ticket, Given.agent());
        Instant sentAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(5);

        JsonPath told = brought(with(message(network, "c1", " It is still not here. "), "sentAt", sentAt.toString()));

        assertThat(told.getString("ticketId")).isEqualTo(ticket);
        assertThat(told.getBoolean("opened")).isFalse();
        assertThat(Api.read(ticket).getString("status")).isEqualTo("open");
        JsonPath comment = Api.get("/tickets/" + ticket + "/comments/" + told.getString("commentId"))
                .jsonPath();
        assertThat(comment.getString("body")).isEqualTo("It is still not here.");
        assertThat(comment.getString("visibility")).isEqualTo("public");
        assertThat(comment.getString("channel")).isEqualTo("social");
        assertThat(comment.getString("network")).isEqualTo(network);
        assertThat(comment.getString("sentAt")).isEqualTo(sentAt.toString());
        assertThat(comment.getString("author.kind")).isEqualTo("customer");
        assertThat(comment.getString("author.name")).isEqualTo("Amara Okafor");
        assertThat(comment.getMap("channelDelivery")).isNull();
    }

    @Test
    void a_chat_is_a_chat_and_without_a_name_the_handle_stands_for_it() {
        Map<String, Object> chat = message(network, "c1", "Hello");
        chat.put("channel", "chat");
        chat.put("from", Map.of("handle", "guest-7"));

        JsonPath ticket = Api.read(brought(chat).getString("ticketId"));

        assertThat(ticket.getString("channel")).isEqualTo("chat");
        assertThat(ticket.getString("requester.name")).isEqualTo("guest-7");
    }

    @Test
    void conversations_of_the_same_name_on_two_networks_are_two() {
        String one = brought(network, "c1", TEXT).getString("ticketId");

        assertThat(brought(Networks.network(), "c1", TEXT).getString("ticketId"))
                .isNotEqualTo(one);
        assertThat(brought(network, "C1", TEXT).getString("ticketId")).isNotEqualTo(one);
    }

    @Test
    void the_same_message_again_gets_the_same_answer_and_has_no_second_effect() {
        Map<String, Object> first = message(network, "c1", TEXT);
        Map<String, Object> second = message(network, "c1", "Hello?");
        String opened = send(first).then().statusCode(201).extract().asString();
        String commented = send(second).then().statusCode(201).extract().asString();

        Response again = send(second);
        Response firstAgain = send(with(first, "sentAt", "2026-01-01T00:00:00Z"));

        again.then().statusCode(200);
        assertThat(again.asString()).isEqualTo(commented);
        firstAgain.then().statusCode(200);
        assertThat(firstAgain.asString()).isEqualTo(opened);
        assertThat(bodies(firstAgain.jsonPath().getString("ticketId"))).containsExactly("Hello?");
    }

    @Test
    void another_text_or_conversation_under_the_id_of_a_message_is_refused() {
        Map<String, Object> first = message(network, "c1", TEXT);
        String ticket = brought(first).getString("ticketId");

        assertProblem(send(with(first, "text", "Other")), 409, "channel-message-differs", "/messageId");
        assertProblem(send(with(first, "conversationId", "c2")), 409, "channel-message-differs", "/messageId");
        send(with(first, "network", Networks.network())).then().statusCode(201);
        assertThat(bodies(ticket)).isEmpty();
        assertThat(brought(network, "c2", TEXT).getBoolean("opened")).isTrue();
    }

    @Test
    void an_idempotency_key_brings_the_first_answer_again() {
        Map<String, Object> first = message(network, "c1", TEXT);
        String key = UUID.randomUUID().toString();

        Response one = sendOnce(key, first);
        Response two = sendOnce(key, first);

        one.then().statusCode(201);
        two.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(two.asString()).isEqualTo(one.asString());
        assertProblem(sendOnce(key, with(first, "text", "Other")), 422, "idempotency-key-reused");
    }

    @Test
    void messages_stand_in_the_order_in_which_they_were_sent() {
        Instant then = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        String ticket = brought(with(message(network, "c1", "2"), "sentAt", then.plusSeconds(2) + ""))
                .getString("ticketId");
        String[] texts = {"5", "3", "1", "4a", "4b", "4c"};
        for (String text : texts) {
            Instant sentAt = then.plusSeconds(text.charAt(0) - '0');
            brought(with(message(network, "c1", text), "sentAt", sentAt.toString()));
        }
        brought(network, "c1", "without a time");
        brought(with(message(network, "c1", "from the future"), "sentAt", "2150-01-01T00:00:00Z"));
        brought(network, "c1", "last");

        assertThat(bodies(ticket))
                .containsExactly("1", "3", "4a", "4b", "4c", "5", "without a time", "from the future", "last");
    }

    static Stream<Arguments> faults() {
        Map<String, Object> message = message("facebook", "c1", TEXT);
        return Stream.of(
                Arguments.of(without(message, "network"), "/network"),
                Arguments.of(with(message, "network", "Facebook"), "/network"),
                Arguments.of(with(message, "network", "a".repeat(51)), "/network"),
                Arguments.of(without(message, "channel"), "/channel"),
                Arguments.of(with(message, "channel", "email"), "/channel"),
                Arguments.of(without(message, "conversationId"), "/conversationId"),
                Arguments.of(with(message, "conversationId", " "), "/conversationId"),
                Arguments.of(with(message, "conversationId", "c".repeat(201)), "/conversationId"),
                Arguments.of(without(message, "messageId"), "/messageId"),
                Arguments.of(with(message, "messageId", "a\nb"), "/messageId"),
                Arguments.of(with(message, "messageId", "m".repeat(201)), "/messageId"),
                Arguments.of(without(message, "from"), "/from"),
                Arguments.of(with(message, "from", Map.of("name", "Amara")), "/from/handle"),
                Arguments.of(with(message, "from", Map.of("handle", "@")), "/from/handle"),
                Arguments.of(with(message, "from", Map.of("handle", "h".repeat(101))), "/from/handle"),
                Arguments.of(with(message, "from", Map.of("handle", "a", "name", "n".repeat(201))), "/from/name"),
                Arguments.of(without(message, "text"), "/text"),
                Arguments.of(with(message, "text", " \n"), "/text"),
                Arguments.of(with(message, "text", "x".repeat(65_537)), "/text"),
                Arguments.of(with(message, "sentAt", "yesterday"), "/sentAt"),
                Arguments.of(with(message, "sentAt", "1812-01-01T00:00:00Z"), "/sentAt"),
                Arguments.of(with(message, "language", "not a language"), "/language"),
                Arguments.of(with(message, "inReplyTo", "m".repeat(201)), "/inReplyTo"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void a_fault_is_named(Map<String, Object> message, String pointer) {
        assertProblem(send(message), 400, "invalid-request", pointer);
    }

    @Test
    void unknown_fields_and_roles_are_refused() {
        Map<String, Object> message = message(network, "c1", TEXT);
        assertProblem(send(with(message, "attachments", List.of())), 400, "unknown-field", "/attachments");
        assertProblem(
                send(with(message, "from", Map.of("handle", "a", "email", "a@example.org"))),
                400,
                "unknown-field",
                "/from/email");
        assertProblem(Api.post(Tokens.of("agent"), "/channel-messages", message), 403, "forbidden");
        assertThat(Api.post(Tokens.of("admin"), "/channel-messages", message).statusCode())
                .isEqualTo(201);
    }

    @Test
    void the_longest_text_is_kept_whole() {
        String text = "é".repeat(65_536);

        JsonPath ticket = Api.read(brought(network, "c1", text).getString("ticketId"));

        assertThat(ticket.getString("description")).isEqualTo(text);
        assertThat(ticket.getString("subject")).hasSize(80).endsWith("…");
    }

    private static Response sendOnce(String key, Map<String, Object> message) {
        return Api.as(Networks.ADAPTER)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(message)
                .post("/api/v1/channel-messages");
    }

    private static Map<String, Object> without(Map<String, Object> message, String field) {
        Map<String, Object> changed = new HashMap<>(message);
        changed.remove(field);
        return changed;
    }
}
