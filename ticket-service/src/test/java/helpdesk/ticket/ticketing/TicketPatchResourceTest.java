package helpdesk.ticket.ticketing;

import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.changed;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.openedId;
import static helpdesk.ticket.Api.patch;
import static helpdesk.ticket.Api.read;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class TicketPatchResourceTest {

    @Test
    void what_is_named_changes_and_the_rest_stays() {
        JsonPath before = opened(ticket("tags", List.of("fire")));

        Response answer = patch(
                before.getString("id"), Map.of("priority", "urgent", "subject", "Two printers", "cause", "paper"));

        answer.then().statusCode(200);
        JsonPath after = answer.jsonPath();
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(after.getInt("version")).isEqualTo(1);
        assertThat(after.getString("priority")).isEqualTo("urgent");
        assertThat(after.getString("subject")).isEqualTo("Two printers");
        assertThat(after.getString("cause")).isEqualTo("paper");
        assertThat(after.getList("tags")).isEqualTo(List.of("fire"));
        assertThat(after.getString("description")).isEqualTo(before.getString("description"));
        assertThat(after.getString("updatedAt")).isGreaterThan(before.getString("updatedAt"));
        assertThat(after.getString("createdAt")).isEqualTo(before.getString("createdAt"));
        Map<String, Object> answered = after.getMap("$");
        Map<String, Object> read = read(before.getString("id")).getMap("$");
        // Its clocks run.
        answered.remove("serviceLevel");
        read.remove("serviceLevel");
        assertThat(answered).isEqualTo(read);
    }

    @Test
    void null_removes_what_may_be_absent() {
        String id = openedId();
        changed(id, Map.of("category", "printers", "cause", "paper", "resolution", "Water.", "tags", List.of("a")));
        changed(id, Map.of("assigneeId", Given.agent(), "customFields", Map.of("floor", 3, "room", "3a")));

        JsonPath after = changed(id, """
                {"category":null,"cause":null,"resolution":null,"tags":null,"assigneeId":null,
                 "customFields":{"floor":null}}""");

        assertThat(after.getMap("$")).doesNotContainKeys("category", "cause", "resolution");
        assertThat(after.getList("tags")).isEmpty();
        assertThat(after.getMap("$")).containsEntry("assignee", null);
        assertThat(after.getMap("customFields")).isEqualTo(Map.of("room", "3a"));
        assertThat(changed(id, "{\"customFields\":null}").getMap("customFields"))
                .isEmpty();
    }

    @Test
    void a_change_to_what_is_so_already_is_none() {
        String id = openedId();

        Response answer = patch(id, Map.of("priority", "normal", "status", "new", "tags", List.of()));

        answer.then().statusCode(200);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void somebody_who_gets_a_new_ticket_opens_it_and_is_told_with_name_and_title() {
        UUID agent = Given.agent("Mei Tanaka");
        String supervisor = Tokens.of("supervisor");
        String tag = Api.as(supervisor).get("/api/v1/agents/" + agent).header("ETag");
        Api.as(supervisor)
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", tag)
                .body(Map.of("title", "Senior agent"))
                .patch("/api/v1/agents/" + agent)
                .then()
                .statusCode(200);

        JsonPath ticket = changed(openedId(), Map.of("assigneeId", agent));

        assertThat(ticket.getString("status")).isEqualTo("open");
        assertThat(ticket.getMap("assignee"))
                .isEqualTo(Map.of("id", agent.toString(), "name", "Mei Tanaka", "title", "Senior agent"));
    }

    @Test
    void several_changes_at_once_happen_all_or_not_at_all() {
        String id = openedId();
        UUID agent = Given.agent();

        assertProblem(
                patch(id, Map.of("priority", "high", "assigneeId", agent, "status", "resolved")),
                409,
                "resolution-required",
                "/resolution");
        JsonPath untouched = read(id);
        assertThat(untouched.getInt("version")).isZero();
        assertThat(untouched.getString("priority")).isEqualTo("normal");

        JsonPath resolved = changed(
                id, Map.of("priority", "high", "assigneeId", agent, "status", "resolved", "resolution", "Water."));
        assertThat(resolved.getString("status")).isEqualTo("resolved");
        assertThat(resolved.getString("priority")).isEqualTo("high");
        assertThat(resolved.getInt("version")).isEqualTo(4);
    }

    @Test
    void a_transition_that_is_not_allowed_tells_the_allowed_ones() {
        String id = openedId();
        Api.resolved(id, Given.agent());

        Response answer = patch(id, Map.of("status", "pending"));

        assertProblem(answer, 409, "transition-not-allowed", "/status");
        assertThat(answer.jsonPath().getList("allowed")).isEqualTo(List.of("open"));
        assertProblem(patch(id, Map.of("status", "closed")), 409, "transition-not-allowed", "/status");
        assertProblem(patch(id, Map.of("status", "new")), 409, "transition-not-allowed", "/status");
    }

    @Test
    void resolving_needs_somebody_who_did_it() {
        assertProblem(
                patch(openedId(), Map.of("status", "resolved", "resolution", "By itself.")),
                409,
                "assignee-required",
                "/assigneeId");
    }

    @Test
    void a_resolved_ticket_gives_its_assignee_and_resolution_away_only_when_it_is_opened_again() {
        String id = openedId();
        Api.resolved(id, Given.agent());

        assertProblem(patch(id, "{\"assigneeId\":null}"), 409, "assignee-required", "/assigneeId");
        assertProblem(patch(id, "{\"resolution\":null}"), 409, "resolution-required", "/resolution");
        JsonPath open = changed(id, "{\"status\":\"open\",\"assigneeId\":null,\"resolution\":null}");
        assertThat(open.getString("status")).isEqualTo("open");
        assertThat(open.getMap("$")).containsEntry("assignee", null);
    }

    @Test
    void an_agent_who_is_unknown_or_not_active_gets_no_ticket() {
        String id = openedId();

        assertProblem(patch(id, Map.of("assigneeId", UUID.randomUUID())), 422, "unknown-agent", "/assigneeId");
        assertProblem(patch(id, Map.of("assigneeId", Given.inactiveAgent())), 422, "unknown-agent", "/assigneeId");
        assertThat(read(id).getInt("version")).isZero();
    }

    @Test
    void clocks_stand_still_while_the_customer_is_waited_for() {
        String id = openedId();

        JsonPath pending = changed(id, Map.of("status", "pending"));
        assertThat(Api.clocks(pending))
                .containsExactly("acknowledgement running", "firstReply paused", "resolution paused");
        JsonPath held = changed(id, Map.of("status", "on_hold"));
        assertThat(Api.clocks(held))
                .containsExactly("acknowledgement running", "firstReply running", "resolution running");
        JsonPath resolved = Api.resolved(id, Given.agent());
        assertThat(Api.clocks(resolved)).containsExactly("acknowledgement met", "firstReply met", "resolution met");
        JsonPath reopened = changed(id, Map.of("status", "open"));
        assertThat(Api.clocks(reopened)).containsExactly("acknowledgement met", "firstReply met", "resolution running");
    }

    @Test
    void without_if_match_nothing_is_changed() {
        String id = openedId();

        assertProblem(
                Api.agent()
                        .contentType(Api.MERGE_PATCH)
                        .body("{\"priority\":\"high\"}")
                        .patch("/api/v1/tickets/" + id),
                428,
                "precondition-required",
                "header:If-Match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "0", "W/\"0\"", "\"-1\"", "\"x\"", "\"00\""})
    void another_version_is_refused(String tag) {
        assertProblem(
                patch(Tokens.of("agent"), openedId(), tag, Map.of("priority", "high")), 412, "precondition-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"0\"", "\"5\", \"0\""})
    void the_present_version_is_accepted_also_among_others(String tag) {
        patch(Tokens.of("agent"), openedId(), tag, Map.of("priority", "high"))
                .then()
                .statusCode(200);
    }

    @Test
    void the_same_key_changes_once() {
        String id = openedId();
        String token = Tokens.of("agent");
        String key = UUID.randomUUID().toString();

        Response first = patchOnce(token, id, key);
        Response second = patchOnce(token, id, key);

        first.then().statusCode(200);
        second.then().statusCode(200);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(read(id).getInt("version")).isEqualTo(1);
    }

    private static Response patchOnce(String token, String id, String key) {
        return Api.as(token)
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", "\"0\"")
                .header("Idempotency-Key", key)
                .body(Map.of("priority", "high"))
                .patch("/api/v1/tickets/" + id);
    }
}
