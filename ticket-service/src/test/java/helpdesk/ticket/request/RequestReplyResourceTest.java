package helpdesk.ticket.request;

import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.ticket;
import static helpdesk.ticket.request.Requests.comments;
import static helpdesk.ticket.request.Requests.reply;
import static helpdesk.ticket.request.Requests.sent;
import static helpdesk.ticket.request.Requests.ticket;
import static helpdesk.ticket.request.Requests.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer's reply does to the ticket. */
@QuarkusTest
@WithTestResource(RealParts.class)
class RequestReplyResourceTest {

    private static final Map<String, String> HELLO = Map.of("body", " Hello? ");

    private String token;
    private String id;

    @BeforeEach
    void send() {
        JsonPath opened = sent();
        token = token(opened);
        id = ticket(opened).getString("id");
    }

    @Test
    void a_reply_is_part_of_the_conversation_and_names_no_ids() {
        Response answer = reply(token, HELLO);

        answer.then().statusCode(201);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.header("Location")).endsWith("/api/v1/requests/" + token + "/comments");
        assertThat(answer.jsonPath().getMap("$")).containsOnlyKeys("id", "body", "author", "createdAt");
        assertThat(answer.jsonPath().getString("body")).isEqualTo("Hello?");
        assertThat(answer.jsonPath().getMap("author")).isEqualTo(Map.of("kind", "customer", "name", "Amara Okafor"));
        assertThat(answer.asString()).doesNotContain(id);
        assertThat(comments(token).jsonPath().getList("items.body")).isEqualTo(List.of("Hello?"));
        assertThat(Api.read(id).getString("status")).isEqualTo("new");
    }

    @Test
    void two_customers_may_choose_the_same_idempotency_key() {
        String other = token(sent());
        String key = "first-reply-of-" + id;

        Response mine = repeatable(token, key);
        Response theirs = repeatable(other, key);

        assertThat(List.of(mine.statusCode(), theirs.statusCode())).containsOnly(201);
        assertThat(theirs.header("Idempotency-Replayed")).isNull();
        assertThat(repeatable(token, key).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(comments(other).jsonPath().getList("items")).hasSize(1);
        assertThat(Database.count("idempotency_record where path like '%' || ?", token))
                .as("links are kept nowhere")
                .isZero();
    }

    private static Response repeatable(String token, String key) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(HELLO)
                .post("/api/v1/requests/" + token + "/comments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "on_hold"})
    void a_reply_opens_a_ticket_that_waits(String waiting) {
        Api.changed(id, Map.of("status", waiting));

        reply(token, HELLO).then().statusCode(201);

        JsonPath ticket = Api.read(id);
        assertThat(ticket.getString("status")).isEqualTo("open");
        assertThat(Api.clocks(ticket))
                .containsExactly("acknowledgement running", "firstReply running", "resolution running");
    }

    @Test
    void a_reply_reopens_a_resolved_ticket_and_asks_for_an_answer_again() {
        Api.resolved(id, Given.agent());

        reply(token, HELLO).then().statusCode(201);

        JsonPath ticket = Api.read(id);
        assertThat(ticket.getString("status")).isEqualTo("open");
        assertThat(Api.clocks(ticket))
                .containsExactly("acknowledgement met", "firstReply met", "nextReply running", "resolution running");
        JsonPath history =
                Api.agent().get("/api/v1/tickets/" + id + "/history?limit=100").jsonPath();
        assertThat(history.getList("items.findAll { it.cause == 'ticket.reopened' }.actor"))
                .isEqualTo(List.of("customer:" + id));
    }

    @Test
    void a_second_question_waits_with_the_first_and_a_new_one_after_the_answer_gets_a_clock() {
        reply(token, HELLO);
        assertThat(Api.read(id).getList("serviceLevel.clocks.metric")).doesNotContain("nextReply");
        Api.comment(Tokens.of("agent"), id, Map.of("body", "Here I am."));
        reply(token, HELLO);
        reply(token, HELLO);

        JsonPath ticket = Api.read(id);
        assertThat(Api.clocks(ticket))
                .containsExactly("acknowledgement met", "firstReply met", "nextReply running", "resolution running");
        Api.comment(Tokens.of("agent"), id, Map.of("body", "Still here."));
        assertThat(Api.clocks(Api.read(id))).contains("nextReply met");
    }

    @Test
    void a_reply_to_a_closed_ticket_makes_a_follow_up() {
        Api.changed(id, Map.of("priority", "high", "category", "delivery", "group", "logistics"));
        Api.resolved(id, Given.agent());
        Given.close(id);

        Response answer = reply(token, HELLO);

        answer.then().statusCode(201);
        JsonPath followUp = Api.read(answer.jsonPath().getString("followUp.number"));
        assertThat(followUp.getString("followUpOf")).isEqualTo(id);
        assertThat(followUp.getString("subject")).isEqualTo("Follow-up: My parcel is late");
        assertThat(followUp.getString("description")).isEqualTo("Hello?");
        assertThat(followUp.getString("status")).isEqualTo("new");
        assertThat(followUp.getString("priority")).isEqualTo("high");
        assertThat(followUp.getString("category")).isEqualTo("delivery");
        assertThat(followUp.getString("group")).isEqualTo("logistics");
        assertThat(followUp.getMap("requester")).isEqualTo(Api.read(id).getMap("requester"));
        assertThat(Api.read(id).getString("status")).isEqualTo("closed");
        assertThat(Api.agent()
                        .get("/api/v1/tickets?followUpOf=" + id)
                        .jsonPath()
                        .getList("items.id"))
                .isEqualTo(List.of(followUp.getString("id")));
    }

    @Test
    void more_replies_to_the_closed_ticket_go_to_the_same_follow_up_until_that_is_closed_too() {
        Api.resolved(id, Given.agent());
        Given.close(id);
        Response first = reply(token, HELLO);
        String followUp =
                Api.read(first.jsonPath().getString("followUp.number")).getString("id");

        Response second = reply(token, Map.of("body", "Are you there?"));

        assertThat(second.jsonPath().getString("followUp.number"))
                .isEqualTo(first.jsonPath().getString("followUp.number"));
        String link = second.jsonPath().getString("followUp.link");
        assertThat(second.header("Location")).isEqualTo(link + "/comments");
        assertThat(comments(link.substring(link.lastIndexOf('/') + 1))
                        .jsonPath()
                        .getList("items.body"))
                .isEqualTo(List.of("Hello?", "Are you there?"));
        Api.resolved(followUp, Given.agent());
        Given.close(followUp);
        assertThat(reply(token, HELLO).jsonPath().getString("followUp.number"))
                .isNotEqualTo(first.jsonPath().getString("followUp.number"));
    }

    @Test
    void an_empty_reply_is_refused() {
        assertProblem(reply(token, Map.of("body", " \n")), 400, "invalid-request", "/body");
        assertProblem(reply(token, "{}"), 400, "invalid-request", "/body");
        assertProblem(reply(token, Map.of("body", "x".repeat(65_537))), 400, "invalid-request", "/body");
        assertProblem(reply(token, Map.of("body", "a", "visibility", "internal")), 400, "unknown-field", "/visibility");
    }

    @Test
    void the_same_key_replies_once() {
        String key = UUID.randomUUID().toString();

        Response first = replyOnce(key);
        Response second = replyOnce(key);

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(comments(token).jsonPath().getList("items")).hasSize(1);
    }

    private Response replyOnce(String key) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(HELLO)
                .post("/api/v1/requests/" + token + "/comments");
    }
}
