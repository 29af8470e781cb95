package helpdesk.ticket.conversation;

import static helpdesk.ticket.Api.agent;
import static helpdesk.ticket.Api.as;
import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.comment;
import static helpdesk.ticket.Api.openedId;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class CommentResourceTest {

    @Test
    void a_comment_is_public_and_through_the_tickets_channel_unless_told_otherwise() {
        String ticket = Api.opened(Api.ticket("channel", "chat")).getString("id");
        UUID worker = Given.agent("Mei Tanaka");

        Response answer = comment(Tokens.of(worker, "agent"), ticket, Map.of("body", " On my way.\nMei "));

        answer.then().statusCode(201);
        JsonPath comment = answer.jsonPath();
        assertThat(comment.getString("body")).isEqualTo("On my way.\nMei");
        assertThat(comment.getString("visibility")).isEqualTo("public");
        assertThat(comment.getString("channel")).isEqualTo("chat");
        assertThat(comment.getMap("author"))
                .isEqualTo(Map.of("kind", "agent", "id", worker.toString(), "name", "Mei Tanaka"));
        String location = URI.create(answer.header("Location")).getPath();
        assertThat(location).isEqualTo("/api/v1/tickets/" + ticket + "/comments/" + comment.getString("id"));
        Response read = agent().get(location);
        assertThat(read.jsonPath().getMap("$")).isEqualTo(comment.getMap("$"));
        assertThat(read.header("ETag")).isEqualTo(answer.header("ETag"));
    }

    @Test
    void a_comment_belongs_to_its_ticket_only() {
        String ticket = openedId();
        String id = comment(Tokens.of("agent"), ticket, Map.of("body", "Here"))
                .jsonPath()
                .getString("id");

        assertProblem(agent().get("/api/v1/tickets/" + openedId() + "/comments/" + id), 404, "comment-not-found");
        assertProblem(
                agent().get("/api/v1/tickets/" + ticket + "/comments/" + UUID.randomUUID()), 404, "comment-not-found");
        assertThat(agent().get("/api/v1/tickets/" + ticket + "/comments/1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_ticket_can_be_named_by_its_number() {
        JsonPath ticket = Api.opened();

        comment(Tokens.of("agent"), ticket.getString("number").toLowerCase(), Map.of("body", "Hello"))
                .then()
                .statusCode(201);
        assertThat(agent().get("/api/v1/tickets/" + ticket.getString("number") + "/comments")
                        .jsonPath()
                        .getList("items.body"))
                .isEqualTo(List.of("Hello"));
    }

    @Test
    void an_agents_public_reply_answers_and_acknowledges() {
        String ticket = openedId();
        Api.changed(ticket, Map.of("status", "open"));

        comment(Tokens.of("agent"), ticket, Map.of("body", "Internal", "visibility", "internal"));
        assertThat(Api.clocks(Api.read(ticket)))
                .containsExactly("acknowledgement running", "firstReply running", "resolution running");
        comment(Tokens.of("agent"), ticket, Map.of("body", "Public"));

        JsonPath after = Api.read(ticket);
        assertThat(Api.clocks(after)).containsExactly("acknowledgement met", "firstReply met", "resolution running");
        assertThat(after.getString("status")).isEqualTo("open");
        assertThat(after.getInt("version")).isEqualTo(4);
    }

    @Test
    void what_a_program_writes_is_no_answer_of_a_person() {
        String ticket = openedId();

        Response answer = comment(
                Tokens.ofApiKey(UUID.randomUUID(), "integration"),
                ticket,
                Map.of("body", "Parcel scanned", "channel", "api"));

        assertThat(answer.jsonPath().getMap("author")).isEqualTo(Map.of("kind", "system", "name", "Test apikey"));
        assertThat(Api.clocks(Api.read(ticket)))
                .containsExactly("acknowledgement running", "firstReply running", "resolution running");
    }

    @Test
    void the_conversation_comes_oldest_first_in_pages() {
        String ticket = openedId();
        String token = Tokens.of("agent");
        List<String> written =
                IntStream.range(0, 7).mapToObj(i -> "Comment " + i).toList();
        written.forEach(body -> comment(token, ticket, Map.of("body", body)));

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = agent().get("/api/v1/tickets/" + ticket + "/comments?limit=3" + next)
                    .jsonPath();
            seen.addAll(page.getList("items.body"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        } while (next != null);

        assertThat(seen).isEqualTo(written);
    }

    @Test
    void a_closed_ticket_takes_no_comment() {
        String ticket = Given.closedTicket();

        assertProblem(comment(Tokens.of("agent"), ticket, Map.of("body", "Late")), 409, "ticket-closed");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("{}", "/body"),
                Arguments.of("{\"body\":null}", "/body"),
                Arguments.of("{\"body\":\" \\n\\u2003\"}", "/body"),
                Arguments.of("{\"body\":\"a\\u0000\"}", "/body"),
                Arguments.of("{\"body\":[]}", "/body"),
                Arguments.of("{\"body\":\"" + "x".repeat(65_537) + "\"}", "/body"),
                Arguments.of("{\"body\":\"a\",\"visibility\":\"secret\"}", "/visibility"),
                Arguments.of("{\"body\":\"a\",\"visibility\":\"PUBLIC\"}", "/visibility"),
                Arguments.of("{\"body\":\"a\",\"channel\":\"fax\"}", "/channel"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_named(String body, String pointer) {
        assertProblem(comment(Tokens.of("agent"), openedId(), body), 400, "invalid-request", pointer);
    }

    @Test
    void an_unknown_field_is_refused() {
        assertProblem(
                comment(Tokens.of("agent"), openedId(), Map.of("body", "a", "author", "me")),
                400,
                "unknown-field",
                "/author");
    }

    @Test
    void the_same_key_comments_once() {
        String ticket = openedId();
        String token = Tokens.of("agent");
        String key = UUID.randomUUID().toString();

        Response first = commentOnce(token, ticket, key);
        Response second = commentOnce(token, ticket, key);

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(agent().get("/api/v1/tickets/" + ticket + "/comments")
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
    }

    private static Response commentOnce(String token, String ticket, String key) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("body", "Once"))
                .post("/api/v1/tickets/" + ticket + "/comments");
    }
}
