package helpdesk.ticket.channel;

import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.channel.Networks.answered;
import static helpdesk.ticket.channel.Networks.brought;
import static helpdesk.ticket.channel.Networks.report;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes of answers on networks. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ChannelDeliveryResourceTest {

    private final String network = Networks.network();
    private UUID agent;
    private String ticket;
    private String comment;

    @Inject
    MovableClock clock;

    @BeforeEach
    void answer() {
        agent = Given.agent();
        ticket = brought(network, "c1", "My parcel is late").getString("ticketId");
        comment = answered(ticket, agent, "It comes today.").getString("id");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void what_was_delivered_is_shown_on_the_ticket() {
        Response answer = report(Map.of(
                "network",
                network,
                "commentId",
                comment,
                "outcome",
                "delivered",
                "networkMessageId",
                "m_77",
                "at",
                "2026-10-06T13:12:42Z"));

        answer.then().statusCode(200);
        JsonPath told = answer.jsonPath();
        assertThat(told.getString("state")).isEqualTo("delivered");
        assertThat(told.getString("ticketId")).isEqualTo(ticket);
        assertThat(told.getString("networkMessageId")).isEqualTo("m_77");
        assertThat(told.getString("reportedAt")).isEqualTo("2026-10-06T13:12:42Z");
        assertThat(told.getBoolean("overdue")).isFalse();
        JsonPath shown = delivery();
        assertThat(shown.getString("state")).isEqualTo("delivered");
        assertThat(shown.getString("at")).isEqualTo("2026-10-06T13:12:42Z");
        assertThat(listed("asked")).isEmpty();
        assertThat(Networks.bodies(ticket)).containsExactly("It comes today.");
    }

    @Test
    void a_reader_who_asks_for_what_changed_sees_that_it_was_delivered() {
        String path = "/api/v1/tickets/" + ticket + "/comments/" + comment;
        String tag = Api.agent().get(path).header("ETag");
        Api.agent().header("If-None-Match", tag).get(path).then().statusCode(304);

        report(network, comment, "delivered").then().statusCode(200);

        Api.agent().header("If-None-Match", tag).get(path).then().statusCode(200);
    }

    @Test
    void a_failure_is_noted_for_staff_once() {
        Map<String, Object> report = failure("Blocked by @mei's friend");
        report(report).then().statusCode(200);
        String again = report(report).then().statusCode(200).extract().asString();
        report(failure("Another reason")).then().statusCode(200);

        JsonPath comments = Networks.comments(ticket);
        assertThat(comments.getList("items")).hasSize(2);
        assertThat(comments.getString("items[1].visibility")).isEqualTo("internal");
        assertThat(comments.getString("items[1].body"))
                .contains("could not be delivered on " + network, "Blocked by @mei's friend");
        assertThat(comments.getString("items[1].author.kind")).isEqualTo("system");
        assertThat(comments.getList("items[1].mentionIds")).isEmpty();
        assertThat(comments.getString("items[0].channelDelivery.state")).isEqualTo("failed");
        assertThat(comments.getString("items[0].channelDelivery.reason")).isEqualTo("Blocked by @mei's friend");
        assertThat(JsonPath.from(again).getString("reason")).isEqualTo("Blocked by @mei's friend");
        assertThat(listed("failed")).containsExactly(comment);
        assertThat(listed("asked")).isEmpty();
    }

    @Test
    void the_last_word_stands_whatever_comes_late() {
        report(at(failure("Down"), "2026-10-06T10:00:00Z")).then().statusCode(200);
        Map<String, Object> delivered = Map.of("network", network, "commentId", comment, "outcome", "delivered");
        report(at(delivered, "2026-10-06T09:00:00Z")).then().statusCode(200);
        assertThat(delivery().getString("state")).isEqualTo("failed");

        report(at(delivered, "2026-10-06T11:00:00Z")).then().statusCode(200);
        assertThat(delivery().getString("state")).isEqualTo("delivered");
        assertThat(delivery().getString("reason")).isNull();

        report(at(failure("Taken down"), "2026-10-06T12:00:00Z")).then().statusCode(200);
        assertThat(delivery().getString("state")).isEqualTo("failed");
        assertThat(Networks.bodies(ticket)).as("noted once").hasSize(2);
    }

    @Test
    void on_a_closed_ticket_a_failure_is_kept_without_a_note() {
        Api.resolved(ticket, agent);
        Given.close(ticket);

        report(failure("Gone")).then().statusCode(200);

        assertThat(delivery().getString("state")).isEqualTo("failed");
        assertThat(Networks.bodies(ticket)).hasSize(1);
        assertThat(listed("failed")).containsExactly(comment);
    }

    @Test
    void the_note_is_where_the_conversation_goes_on() {
        String other = Api.openedId();
        Api.made("/tickets/" + other + "/merges", Map.of("sources", List.of(ticket)));

        report(failure("Gone")).then().statusCode(200);

        assertThat(Networks.comments(other).getList("items.visibility")).containsExactly("public", "internal");
    }

    @Test
    void what_nobody_reports_is_overdue_after_an_hour() {
        assertThat(listed("asked")).containsExactly(comment);
        assertThat(listed("overdue")).isEmpty();
        clock.move(Duration.ofMinutes(61));

        assertThat(listed("overdue")).containsExactly(comment);
        assertThat(Api.get("/channel-deliveries?state=asked&network=" + network)
                        .jsonPath()
                        .getBoolean("items[0].overdue"))
                .isTrue();
        report(network, comment, "delivered").then().statusCode(200);
        assertThat(listed("overdue")).isEmpty();
    }

    @Test
    void lists_go_on_page_by_page_the_longest_wait_first_and_the_latest_failure_first() {
        List<String> all = new ArrayList<>(List.of(comment));
        for (int i = 0; i < 4; i++) {
            all.add(answered(ticket, agent, "More " + i).getString("id"));
        }

        assertThat(pages("asked")).containsExactlyElementsOf(all);
        all.forEach(one -> report(network, one, "failed").then().statusCode(200));
        assertThat(pages("failed")).containsExactlyElementsOf(all.reversed());
        assertThat(Api.get("/channel-deliveries?state=failed&limit=100")
                        .jsonPath()
                        .getList("items.commentId", String.class))
                .containsAll(all);
        String cursor = Api.get("/channel-deliveries?state=failed&limit=1&network=" + network)
                .jsonPath()
                .getString("next");
        assertProblem(Api.get("/channel-deliveries?state=asked&after=" + cursor), 400, "invalid-cursor", "?after");
    }

    @Test
    void an_overview_tells_how_each_network_stands() {
        String second = answered(ticket, agent, "Still today.").getString("id");
        brought(network, "c2", "Hello");
        report(network, comment, "failed");
        clock.move(Duration.ofHours(2));
        String last = answered(ticket, agent, "Tomorrow.").getString("createdAt");

        Map<String, Object> stands = overview();

        assertThat(stands)
                .containsEntry("openConversations", 2)
                .containsEntry("failedReplies", 1)
                .containsEntry("overdueReplies", 1)
                .containsEntry("lastReplyAt", last)
                .containsKey("lastMessageAt");
        report(network, second, "delivered");
        Api.resolved(ticket, agent);
        assertThat(overview()).containsEntry("openConversations", 1).containsEntry("overdueReplies", 0);
        String other = Api.openedId();
        String merged = brought(network, "c3", "Hello").getString("ticketId");
        Api.made("/tickets/" + other + "/merges", Map.of("sources", List.of(merged)));
        assertThat(overview()).containsEntry("openConversations", 2);
        Api.resolved(other, agent);
        assertThat(overview()).containsEntry("openConversations", 1);
    }

    static Stream<Arguments> faults() {
        Map<String, Object> report =
                Map.of("network", "facebook", "commentId", UUID.randomUUID(), "outcome", "delivered");
        return Stream.of(
                Arguments.of(Networks.with(report, "network", "Face book"), "/network"),
                Arguments.of(Networks.with(report, "network", null), "/network"),
                Arguments.of(Networks.with(report, "commentId", "1"), "/commentId"),
                Arguments.of(Networks.with(report, "commentId", null), "/commentId"),
                Arguments.of(Networks.with(report, "outcome", "read"), "/outcome"),
                Arguments.of(Networks.with(report, "outcome", null), "/outcome"),
                Arguments.of(Networks.with(report, "networkMessageId", "m".repeat(201)), "/networkMessageId"),
                Arguments.of(Networks.with(report, "reason", "r".repeat(1001)), "/reason"),
                Arguments.of(Networks.with(report, "at", "now"), "/at"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void a_fault_is_named(Map<String, Object> faulty, String pointer) {
        assertProblem(report(faulty), 400, "invalid-request", pointer);
    }

    @Test
    void replies_and_lists_that_there_are_not_are_refused() {
        assertProblem(report(network, UUID.randomUUID(), "failed"), 422, "unknown-channel-reply", "/commentId");
        assertProblem(report("other", comment, "failed"), 422, "unknown-channel-reply", "/commentId");
        assertProblem(
                report(Map.of("network", network, "commentId", comment, "outcome", "failed", "text", "a")),
                400,
                "unknown-field",
                "/text");
        assertProblem(Api.get("/channel-deliveries"), 400, "invalid-parameter", "?state");
        assertProblem(Api.get("/channel-deliveries?state=all"), 400, "invalid-parameter", "?state");
        assertProblem(Api.get("/channel-deliveries?state=asked&network=A"), 400, "invalid-parameter", "?network");
        assertProblem(Api.post(Tokens.of("supervisor"), "/channel-deliveries", failure("No")), 403, "forbidden");
        assertProblem(Api.as(Networks.ADAPTER).get("/api/v1/channels"), 403, "forbidden");
    }

    private Map<String, Object> failure(String reason) {
        return Map.of("network", network, "commentId", comment, "outcome", "failed", "reason", reason);
    }

    private static Map<String, Object> at(Map<String, Object> report, String time) {
        Map<String, Object> timed = new HashMap<>(report);
        timed.put("at", time);
        return timed;
    }

    private JsonPath delivery() {
        return Api.get("/tickets/" + ticket + "/comments/" + comment).jsonPath().setRootPath("channelDelivery");
    }

    private Map<String, Object> overview() {
        return Api.get("/channels").jsonPath().getMap("items.find { it.network == '" + network + "' }");
    }

    private List<String> listed(String state) {
        return Api.get("/channel-deliveries?state=" + state + "&network=" + network)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.commentId");
    }

    private List<String> pages(String state) {
        List<String> all = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = Api.get("/channel-deliveries?limit=2&state=" + state + "&network=" + network + next)
                    .jsonPath();
            all.addAll(page.getList("items.commentId"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        return all;
    }
}
