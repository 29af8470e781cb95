package helpdesk.ticket.relation;

import static helpdesk.ticket.Api.agent;
import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.openedId;
import static helpdesk.ticket.Api.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
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

/** Tickets that go on in others, and stand for themselves again. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MergeResourceTest {

    private static final String AGENT = Tokens.of("agent");

    private String target;
    private String source;

    @BeforeEach
    void open() {
        target = tagged("target");
        source = tagged("source");
    }

    @Test
    void what_was_said_is_seen_in_the_other_and_comes_back() {
        Api.comment(AGENT, source, Map.of("body", "On the source"));
        Api.comment(AGENT, target, Map.of("body", "On the target"));
        String file = Api.upload(AGENT, source, "f.txt", "text".getBytes(StandardCharsets.UTF_8))
                .jsonPath()
                .getString("id");
        Api.changed(source, Map.of("followerIds", List.of(Given.agent())));
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        Api.comment(AGENT, source, Map.of("body", word));
        JsonPath before = Api.read(source);

        JsonPath merged =
                Api.made("/tickets/" + target + "/merges", Map.of("sources", List.of(before.getString("number"))));

        assertThat(merged.getList("ticket.tags")).containsExactlyInAnyOrder("target", "source");
        assertThat(merged.getList("ticket.followerIds")).hasSize(1);
        assertThat(bodies(target)).containsExactly("On the source", "On the target", word);
        assertThat(Api.get("/tickets/" + target + "/attachments").jsonPath().getList("items.id"))
                .containsExactly(file);
        assertThat(Api.get("/tickets?q=" + word).jsonPath().getList("items.id"))
                .containsExactlyInAnyOrder(target, source);
        assertThat(Api.read(source).getString("status")).isEqualTo("closed");
        assertThat(Api.read(source).getString("mergedInto")).isEqualTo(target);
        assertThat(Api.get("/tickets?mergedInto=" + target).jsonPath().getList("items.id"))
                .containsExactly(source);
        assertThat(Api.clocks(Api.read(source))).contains("resolution paused");

        undo(target, merged.getString("merges[0].id")).then().statusCode(204);

        JsonPath after = Api.read(source);
        assertThat(after.getMap("$"))
                .usingRecursiveComparison()
                .ignoringFields("version", "updatedAt", "serviceLevel")
                .isEqualTo(before.getMap("$"));
        assertThat(Api.clocks(after)).isEqualTo(Api.clocks(before));
        assertThat(Api.read(target).getList("tags")).containsExactly("target");
        assertThat(Api.read(target).getList("followerIds")).isEmpty();
        assertThat(bodies(target)).containsExactly("On the target");
        assertThat(bodies(source)).containsExactly("On the source", word);
        assertThat(Api.get("/tickets?q=" + word).jsonPath().getList("items.id")).containsExactly(source);
    }

    @Test
    void a_merged_ticket_takes_no_more_changes_and_says_where_it_goes_on() {
        merge(target, source);

        Response comment = Api.comment(AGENT, source, Map.of("body", "Too late"));
        assertProblem(comment, 409, "ticket-merged");
        assertThat(comment.jsonPath().getString("mergedInto")).isEqualTo(target);
        assertProblem(Api.patch(source, Map.of("priority", "high")), 409, "ticket-merged");
        assertProblem(merging(openedId(), source), 409, "ticket-merged", "/sources/0");
    }

    @Test
    void a_chain_is_followed_to_its_end() {
        String end = openedId();
        merge(target, source);
        merge(end, target);
        Api.comment(AGENT, end, Map.of("body", "At the end"));

        String more = openedId();
        assertThat(merge(source, more).getString("ticket.id")).isEqualTo(end);
        assertThat(Api.read(end).getList("tags")).contains("source", "target");
        assertProblem(merging(end, source), 409, "merge-into-itself", "/sources/0");
        assertProblem(merging(source, end), 409, "merge-into-itself", "/sources/0");
    }

    @Test
    void a_merge_is_taken_back_once_and_only_by_who_has_seen_it() {
        String merge = merge(target, source).getString("merges[0].id");
        String address = "/api/v1/tickets/" + target + "/merges/" + merge;

        assertProblem(agent().delete(address), 428, "precondition-required");
        assertProblem(agent().header("If-Match", "\"7\"").delete(address), 412, "precondition-failed");
        undo(target, merge).then().statusCode(204);
        assertProblem(undo(target, merge), 409, "merge-final");
        assertThat(Api.get("/tickets/" + target + "/merges").jsonPath().getString("items[0].undoneAt"))
                .isNotNull();
    }

    @Test
    void after_thirty_days_a_merge_stays() {
        String merge = merge(target, source).getString("merges[0].id");
        Database.execute(
                "update ticket_merge set merged_at = merged_at - interval '31 days' where id = ?",
                UUID.fromString(merge));

        assertProblem(undo(target, merge), 409, "merge-final");
    }

    @Test
    void what_somebody_took_away_by_hand_stays_away_and_what_they_gave_stays() {
        String merge = merge(target, source).getString("merges[0].id");
        Api.changed(target, Map.of("tags", List.of("target")));
        Api.changed(target, Map.of("tags", List.of("target", "source")));

        undo(target, merge).then().statusCode(204);

        assertThat(Api.read(target).getList("tags")).containsExactly("target", "source");
    }

    @Test
    void what_the_customer_wrote_in_between_waits_for_an_answer_when_the_merge_is_taken_back() {
        UUID agent = Given.agent();
        Api.resolved(source, agent);
        String merge = merge(target, source).getString("merges[0].id");
        JsonPath entry = Api.made(
                "/tickets/" + target + "/calls",
                Map.of(
                        "call",
                        Map.of(
                                "direction",
                                "inbound",
                                "rings",
                                9,
                                "waitSeconds",
                                9,
                                "durationSeconds",
                                0,
                                "voicemail",
                                true)));
        Database.execute(
                "update ticket_comment set ticket_id = ? where id = ?",
                UUID.fromString(source),
                UUID.fromString(entry.getString("id")));

        undo(target, merge).then().statusCode(204);

        assertThat(Api.read(source).getString("status")).isEqualTo("open");
        assertThat(Api.clocks(Api.read(source))).contains("nextReply running");
    }

    @Test
    void all_of_them_or_none() {
        String closed = Given.closedTicket();

        assertProblem(merging(target, source, closed), 409, "ticket-closed", "/sources/1");
        assertProblem(merging(target, source, "HD-999999999"), 422, "unknown-ticket", "/sources/1");
        assertProblem(merging(target, target), 409, "merge-into-itself", "/sources/0");
        assertProblem(merging(closed, source), 409, "ticket-closed");
        assertProblem(merging(target), 400, "invalid-request", "/sources");
        assertThat(Api.read(source).getString("status")).isEqualTo("new");
    }

    @Test
    void everybody_is_told_and_no_survey_follows() {
        try (EventProbe probe = EventProbe.on("helpdesk.ticket")) {
            String merge = merge(target, source).getString("merges[0].id");
            undo(target, merge);

            Event merged = probe.await(event -> event.type().equals("org.helpdesk.ticket.merged.v1")
                    && event.subject().equals(source));
            Contracts.assertFits(merged);
            assertThat(merged.data().path("mergedInto").asText()).isEqualTo(target);
            Contracts.assertFits(probe.await(event -> event.type().equals("org.helpdesk.ticket.unmerged.v1")
                    && event.subject().equals(source)));
        }
    }

    private static String tagged(String tag) {
        return opened(ticket("tags", List.of(tag))).getString("id");
    }

    private static List<String> bodies(String id) {
        return Api.get("/tickets/" + id + "/comments").jsonPath().getList("items.body");
    }

    private static JsonPath merge(String target, String source) {
        return Api.made("/tickets/" + target + "/merges", Map.of("sources", List.of(source)));
    }

    private static Response merging(String target, String... sources) {
        return Api.post(AGENT, "/tickets/" + target + "/merges", Map.of("sources", List.of(sources)));
    }

    private static Response undo(String target, String merge) {
        String address = "/api/v1/tickets/" + target + "/merges/" + merge;
        return agent().header("If-Match", agent().get(address).header("ETag")).delete(address);
    }
}
