package helpdesk.ticket.relation;

import static helpdesk.ticket.Api.agent;
import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.openedId;
import static helpdesk.ticket.Api.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links, splits, problems and their incidents. */
@QuarkusTest
@WithTestResource(RealParts.class)
class RelationsResourceTest {

    private static final String AGENT = Tokens.of("agent");

    private String id;

    @BeforeEach
    void open() {
        id = openedId();
    }

    @Test
    void a_link_is_seen_from_both_sides_and_made_once() {
        JsonPath other = opened();

        Response link = link(other.getString("number"), "duplicate");

        link.then().statusCode(201);
        assertThat(link.jsonPath().getString("other.number")).isEqualTo(other.getString("number"));
        JsonPath seen = Api.get("/tickets/" + other.getString("id") + "/links").jsonPath();
        assertThat(seen.getString("items[0].other.id")).isEqualTo(id);
        assertThat(seen.getBoolean("items[0].outgoing")).isFalse();
        assertProblem(link(other.getString("id"), "duplicate"), 409, "link-exists", "/ticket");
        assertProblem(link(id, "related"), 400, "invalid-request", "/ticket");
        assertProblem(link("HD-999999999", "related"), 422, "unknown-ticket", "/ticket");
        assertProblem(link(other.getString("id"), "split"), 400, "invalid-request", "/kind");

        agent().header("If-Match", link.header("ETag"))
                .delete(link.header("Location"))
                .then()
                .statusCode(204);
        assertThat(Api.get("/tickets/" + id + "/links").jsonPath().getList("items"))
                .isEmpty();
        assertThat(Api.get("/tickets/" + other.getString("id") + "/history")
                        .jsonPath()
                        .getList("items.field"))
                .endsWith("link", "link");
    }

    @Test
    void a_split_takes_comments_with_their_files_to_a_ticket_of_their_own() {
        String file = Api.upload(AGENT, id, "f.txt", "text".getBytes(StandardCharsets.UTF_8))
                .jsonPath()
                .getString("id");
        String stays = commented(Map.of("body", "About the printer"));
        String goes = commented(Map.of("body", "And my invoice is wrong", "attachmentIds", List.of(file)));

        JsonPath fresh =
                Api.made("/tickets/" + id + "/splits", Map.of("commentIds", List.of(goes), "subject", "The invoice"));

        String split = fresh.getString("id");
        assertThat(fresh.getString("description")).isEqualTo("And my invoice is wrong");
        assertThat(fresh.getString("requester.email")).isEqualTo(Api.read(id).getString("requester.email"));
        assertThat(comments(split)).containsExactly(goes);
        assertThat(comments(id)).containsExactly(stays);
        assertThat(Api.get("/tickets/" + split + "/attachments").jsonPath().getList("items.id"))
                .containsExactly(file);
        assertThat(Api.get("/tickets/" + split + "/links").jsonPath().getList("items.kind"))
                .containsExactly("split");
        assertThat(Api.get("/tickets?q=invoice&mergedInto=&followUpOf=")
                        .jsonPath()
                        .getList("items.id"))
                .contains(split)
                .doesNotContain(id);
        assertProblem(
                Api.post(AGENT, "/tickets/" + id + "/splits", Map.of("commentIds", List.of(goes), "subject", "Again")),
                422,
                "comment-unknown",
                "/commentIds");
    }

    @Test
    void a_split_shows_no_note_to_the_customer() {
        String note = commented(Map.of("body", "The customer is rude", "visibility", "internal"));
        Map<String, Object> split = Map.of("commentIds", List.of(note), "subject", "Another matter");

        assertProblem(Api.post(AGENT, "/tickets/" + id + "/splits", split), 400, "invalid-request", "/description");
        assertThat(comments(id)).containsExactly(note);
    }

    @Test
    void resolving_the_problem_resolves_its_incidents() {
        UUID solver = Given.agent();
        UUID other = Given.agent();
        String taken = incident();
        Api.changed(taken, Map.of("assigneeId", other, "status", "pending"));
        String free = incident();
        String solved = incident();
        Api.resolved(solved, other);

        Api.resolved(id, solver);

        assertThat(Api.read(taken).getString("status")).isEqualTo("resolved");
        assertThat(Api.read(taken).getString("resolution")).isEqualTo("Extinguished.");
        assertThat(Api.read(taken).getString("assignee.id")).isEqualTo(other.toString());
        assertThat(Api.read(free).getString("assignee.id")).isEqualTo(solver.toString());
        assertThat(Api.get("/tickets?status=resolved&problemId=" + id)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactlyInAnyOrder(taken, free, solved);
    }

    @Test
    void a_problem_with_more_incidents_than_one_transaction_takes_resolves_them_all() {
        for (int i = 0; i < 60; i++) {
            incident();
        }

        Api.resolved(id, Given.agent());

        await().untilAsserted(() -> assertThat(Api.get("/tickets?status=resolved&count=true&problemId=" + id)
                        .jsonPath()
                        .getInt("total"))
                .isEqualTo(60));
        await().untilAsserted(
                        () -> assertThat(Database.count("problem_resolution")).isZero());
    }

    @Test
    void what_was_remembered_of_a_problem_that_is_open_again_is_forgotten() {
        String incident = incident();
        Database.execute(
                "insert into problem_resolution (problem_id, actor, resolved_at) values (?, 'system:test', now())",
                UUID.fromString(id));

        await().untilAsserted(
                        () -> assertThat(Database.count("problem_resolution")).isZero());
        assertThat(Api.read(incident).getString("status")).isEqualTo("new");
    }

    @Test
    void a_problem_is_no_incident() {
        String incident = incident();

        assertProblem(attach(id, incident), 409, "problem-not-possible", "/problemId");
        assertProblem(attach(openedId(), incident), 409, "problem-not-possible", "/problemId");
        assertProblem(attach(id, id), 409, "problem-not-possible", "/problemId");
        assertProblem(attach(openedId(), Given.closedTicket()), 409, "problem-not-possible", "/problemId");
        assertProblem(attach(openedId(), UUID.randomUUID().toString()), 422, "unknown-ticket", "/problemId");
    }

    private String incident() {
        String incident = opened(ticket("type", "incident")).getString("id");
        attach(incident, id).then().statusCode(200);
        return incident;
    }

    private static Response attach(String incident, String problem) {
        return Api.patch(incident, Map.of("problemId", problem));
    }

    private Response link(String other, String kind) {
        return Api.post(AGENT, "/tickets/" + id + "/links", Map.of("ticket", other, "kind", kind));
    }

    private String commented(Map<String, Object> comment) {
        return Api.made("/tickets/" + id + "/comments", comment).getString("id");
    }

    private static List<String> comments(String ticket) {
        return Api.get("/tickets/" + ticket + "/comments").jsonPath().getList("items.id");
    }
}
