package helpdesk.ticket.listing;

import static helpdesk.ticket.Api.as;
import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.openedId;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

/** Many tickets changed at once, each for itself. */
@QuarkusTest
@WithTestResource(RealParts.class)
class BatchResourceTest {

    private static final String AGENT = Tokens.of("agent");

    @Test
    void each_item_is_answered_for_itself() {
        JsonPath good = opened();
        JsonPath stale = opened();
        String closed = Given.closedTicket();
        Api.changed(stale.getString("id"), Map.of("priority", "low"));

        Response answer = Api.post(
                AGENT,
                "/ticket-batches",
                Map.of(
                        "items",
                                List.of(
                                        Map.of("id", good.getString("number"), "version", 0),
                                        Map.of("id", stale.getString("id"), "version", 0),
                                        Map.of("id", closed),
                                        Map.of("id", "HD-999999999"),
                                        Map.of("id", stale.getString("id"), "patch", Map.of("status", "closed")),
                                        Map.of("id", stale.getString("id"), "patch", Map.of("colour", "red"))),
                        "patch", Map.of("priority", "urgent", "tags", List.of("many"))));

        assertThat(answer.statusCode()).isEqualTo(207);
        assertThat(answer.jsonPath().getList("items.status", Integer.class))
                .containsExactly(200, 412, 409, 404, 409, 400);
        assertThat(answer.jsonPath().getList("items.problem.code"))
                .containsExactly(
                        "precondition-failed",
                        "ticket-closed",
                        "ticket-not-found",
                        "transition-not-allowed",
                        "unknown-field");
        assertThat(answer.jsonPath().getInt("items[0].version")).isEqualTo(1);
        assertThat(Api.read(good.getString("id")).getString("priority")).isEqualTo("urgent");
        assertThat(Api.read(stale.getString("id")).getString("priority")).isEqualTo("low");
    }

    @Test
    void a_hundred_are_changed_and_more_are_refused() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            items.add(Map.of("id", openedId()));
        }

        Response answer =
                Api.post(AGENT, "/ticket-batches", Map.of("items", items, "patch", Map.of("priority", "low")));
        assertThat(answer.jsonPath().getList("items.status", Integer.class))
                .hasSize(100)
                .containsOnly(200);

        items.add(Map.of("id", openedId()));
        assertProblem(
                Api.post(AGENT, "/ticket-batches", Map.of("items", items, "patch", Map.of())),
                400,
                "invalid-request",
                "/items");
        assertProblem(Api.post(AGENT, "/ticket-batches", Map.of("items", List.of())), 400, "invalid-request", "/items");
    }

    @Test
    void the_same_batch_again_has_no_second_effect() {
        String id = openedId();
        String key = UUID.randomUUID().toString();
        Map<String, Object> batch =
                Map.of("items", List.of(Map.of("id", id)), "patch", Map.of("tags", List.of("once")));

        for (int i = 0; i < 2; i++) {
            as(AGENT)
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", key)
                    .body(batch)
                    .post("/api/v1/ticket-batches")
                    .then()
                    .statusCode(207)
                    .body("items[0].version", Matchers.is(1));
        }
        assertThat(Api.read(id).getInt("version")).isEqualTo(1);
    }

    @Test
    void an_item_without_a_change_is_said_so() {
        Response answer = Api.post(AGENT, "/ticket-batches", Map.of("items", List.of(Map.of("id", openedId()))));

        assertThat(answer.jsonPath().getInt("items[0].status")).isEqualTo(400);
    }
}
