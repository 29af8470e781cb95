package helpdesk.ticket.conversation;

import static helpdesk.ticket.Api.as;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.openedId;
import static helpdesk.ticket.Api.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mentions, calls, and mails with history. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ConversationResourceTest {

    private String ticket;

    @BeforeEach
    void open() {
        ticket = openedId();
    }

    @Test
    void who_is_mentioned_follows_the_ticket() {
        UUID named = Given.agent();
        UUID other = Given.agent();

        JsonPath comment = commented(
                Map.of("body", "@agent-" + named + ". please look; not x@agent-" + other, "visibility", "internal"));

        assertThat(comment.getList("mentionIds")).containsExactly(named.toString());
        assertThat(Api.read(ticket).getList("followerIds")).containsExactly(named.toString());
        assertThat(Api.get("/tickets?follower=" + named).jsonPath().getList("items.id"))
                .containsExactly(ticket);
        assertThat(as(Tokens.of(named, "agent"))
                        .get("/api/v1/tickets?follower=me")
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(ticket);
    }

    @Test
    void of_a_mail_the_new_words_are_the_comment_and_the_whole_can_be_read() {
        String mail = "It burns again.\n\nOn Tue, 3 Nov 2026 at 10:00, Daniel <d@example.org> wrote:\n> Extinguished.";
        String id = commented(Map.of("body", mail, "channel", "email")).getString("id");

        assertThat(Api.get("/tickets/" + ticket + "/comments").jsonPath().getMap("items[0]"))
                .containsEntry("body", "It burns again.")
                .doesNotContainKey("original");
        assertThat(Api.get("/tickets/" + ticket + "/comments/" + id).jsonPath().getString("original"))
                .isEqualTo(mail);
        assertThat(commented(Map.of("body", mail)).getString("body")).isEqualTo(mail);
    }

    @Test
    void a_call_that_was_answered_is_an_answer() {
        UUID agent = Given.agent("Mei Tanaka");
        UUID second = Given.agent();

        JsonPath entry = call(
                        Tokens.of(agent, "agent"),
                        Map.of(
                                "direction", "inbound",
                                "rings", 2,
                                "waitSeconds", 9,
                                "durationSeconds", 250,
                                "transferredTo", second))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertThat(entry.getString("kind")).isEqualTo("call");
        assertThat(entry.getString("visibility")).isEqualTo("internal");
        assertThat(entry.getString("channel")).isEqualTo("phone");
        assertThat(entry.getBoolean("call.withinGoal")).isTrue();
        assertThat(entry.getString("call.transferredTo")).isEqualTo(second.toString());
        assertThat(entry.getString("author.name")).isEqualTo("Mei Tanaka");
        assertThat(Api.clocks(Api.read(ticket))).contains("acknowledgement met", "firstReply met");
    }

    @Test
    void a_message_that_the_caller_left_is_the_customers_word() {
        UUID agent = Given.agent();
        Api.changed(ticket, Map.of("assigneeId", agent, "status", "pending"));

        JsonPath entry = call(
                        Tokens.of("integration"),
                        Map.of(
                                "direction", "inbound",
                                "rings", 8,
                                "waitSeconds", 40,
                                "durationSeconds", 0,
                                "voicemail", true))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertThat(entry.getString("author.kind")).isEqualTo("customer");
        assertThat(entry.getBoolean("call.withinGoal")).isFalse();
        assertThat(Api.read(ticket).getString("status")).isEqualTo("open");
    }

    static Stream<Arguments> impossibleCalls() {
        Map<String, Object> good = Map.of("direction", "inbound", "rings", 1, "waitSeconds", 1, "durationSeconds", 1);
        return Stream.of(
                Arguments.of(with(good, "rings", -1), 400, "/call/rings"),
                Arguments.of(with(good, "waitSeconds", 100_000), 400, "/call/waitSeconds"),
                Arguments.of(with(good, "direction", "sideways"), 400, "/call/direction"),
                Arguments.of(with(good, "voicemail", true), 400, "/call"),
                Arguments.of(with(good, "transferredTo", UUID.randomUUID()), 422, "/call/transferredTo"));
    }

    @ParameterizedTest
    @MethodSource("impossibleCalls")
    void a_call_that_can_not_have_been_is_refused(Map<String, Object> call, int status, String pointer) {
        Response answer = call(Tokens.of("agent"), call);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getList("errors.pointer", String.class)).contains(pointer);
        assertThat(Api.get("/tickets/" + ticket + "/comments").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void a_reply_that_calls_nobody_by_name_is_sent_with_an_advice() {
        Map<String, Object> opened = ticket("subject", "Names");
        opened.put("requester", Map.of("name", "Amara Okafor", "email", UUID.randomUUID() + "@example.org"));
        String id = opened(opened).getString("id");
        String token = Tokens.of(Given.agent(), "agent");

        assertThat(Api.comment(token, id, Map.of("body", "Dear customer, it is done."))
                        .jsonPath()
                        .getList("advice.code"))
                .containsExactly("name-missing");
        assertThat(Api.comment(token, id, Map.of("body", "Dear AMARA, it is done."))
                        .jsonPath()
                        .getMap("$"))
                .doesNotContainKey("advice");
        assertThat(Api.comment(token, id, Map.of("body", "A note", "visibility", "internal"))
                        .jsonPath()
                        .getMap("$"))
                .doesNotContainKey("advice");
    }

    @Test
    void what_was_said_is_found_by_its_words() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        commented(Map.of("body", "The " + word + " is broken", "visibility", "internal"));

        assertThat(Api.get("/tickets?q=" + word).jsonPath().getList("items.id")).containsExactly(ticket);
        assertThat(Api.get("/tickets?q=printer " + word).jsonPath().getList("items.id"))
                .as("words of subject and comment together")
                .containsExactly(ticket);
    }

    private static Map<String, Object> with(Map<String, Object> call, String field, Object value) {
        Map<String, Object> other = new HashMap<>(call);
        other.put(field, value);
        return other;
    }

    private JsonPath commented(Map<String, Object> comment) {
        return Api.made("/tickets/" + ticket + "/comments", comment);
    }

    private Response call(String token, Map<String, Object> call) {
        return Api.post(token, "/tickets/" + ticket + "/calls", Map.of("call", call));
    }
}
