package helpdesk.ticket.listing;

import static helpdesk.ticket.Api.as;
import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Saved views, their tickets and their counts. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ViewResourceTest {

    private static final String LEAD = Tokens.of("supervisor");

    private final String tag = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID person = UUID.randomUUID();
    private final String mine = Tokens.of(person, "agent");

    @AfterEach
    void forget() {
        Database.execute("delete from ticket_view where id::text not like '01900000-0000-7000-8000-%'");
    }

    @Test
    void there_are_views_from_the_beginning() {
        JsonPath views = as(mine).get("/api/v1/ticket-views").jsonPath();

        assertThat(views.getList("items.name")).hasSize(7).startsWith("My open tickets");
        assertThat(as(mine).get("/api/v1/ticket-views/counts").jsonPath().getList("items"))
                .hasSize(7);
        for (String id : views.getList("items.id", String.class)) {
            as(mine).get("/api/v1/ticket-views/" + id + "/tickets").then().statusCode(200);
        }
    }

    @Test
    void a_view_shows_and_counts_what_its_filter_says_in_its_order() {
        List<String> ids = new ArrayList<>();
        for (String priority : List.of("low", "urgent", "normal")) {
            Map<String, Object> ticket = ticket("tags", List.of(tag));
            ticket.put("priority", priority);
            ids.add(opened(ticket).getString("id"));
        }
        String view = created(mine, Map.of("name", "Mine", "filter", Map.of("tag", tag), "sort", "-priority"));

        JsonPath first = as(mine).get("/api/v1/ticket-views/" + view + "/tickets?limit=2")
                .jsonPath();
        assertThat(first.getList("items.priority")).containsExactly("urgent", "normal");
        assertThat(as(mine).get("/api/v1/ticket-views/" + view + "/tickets?limit=2&after=" + first.getString("next"))
                        .jsonPath()
                        .getList("items.priority"))
                .containsExactly("low");
        assertThat(count(view).getInt("count")).isEqualTo(3);
        assertThat(count(view).getBoolean("more")).isFalse();
    }

    @Test
    void a_view_of_ones_own_is_nobody_elses() {
        String view = created(mine, Map.of("name", "Mine", "filter", Map.of("assignee", "me")));
        String other = Tokens.of(UUID.randomUUID(), "agent");

        assertProblem(as(other).get("/api/v1/ticket-views/" + view), 404, "view-not-found");
        assertProblem(as(other).get("/api/v1/ticket-views/" + view + "/tickets"), 404, "view-not-found");
        assertProblem(as(other).header("If-Match", "*").delete("/api/v1/ticket-views/" + view), 404, "view-not-found");
        as(mine).header("If-Match", "*")
                .delete("/api/v1/ticket-views/" + view)
                .then()
                .statusCode(204);
    }

    @Test
    void views_for_everybody_are_kept_by_supervisors() {
        Map<String, Object> view = Map.of("name", "All", "filter", Map.of("tag", tag), "shared", true);

        assertProblem(Api.post(mine, "/ticket-views", view), 403, "forbidden");
        String id = created(LEAD, view);
        as(mine).get("/api/v1/ticket-views/" + id).then().statusCode(200);
        assertProblem(Api.change(mine, "/ticket-views/" + id, Map.of("name", "Ours")), 403, "forbidden");
        Api.change(LEAD, "/ticket-views/" + id, Map.of("name", "Ours")).then().statusCode(200);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(Map.of("colour", "red"), "-updatedAt", "/filter/colour"),
                Arguments.of(Map.of("status", "sleeping"), "-updatedAt", "/filter/status"),
                Arguments.of(Map.of("createdFrom", "yesterday"), "-updatedAt", "/filter/createdFrom"),
                Arguments.of(Map.of("customerId", "me"), "-updatedAt", "/filter/customerId"),
                Arguments.of(Map.of("tier", "9"), "-updatedAt", "/filter/tier"),
                Arguments.of(Map.of("customFields.a b", "1"), "-updatedAt", "/filter/customFields.a b"),
                Arguments.of(Map.of(), "colour", "/sort"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_can_not_be_asked_is_refused_when_it_is_kept(Map<String, String> filter, String sort, String pointer) {
        assertProblem(
                Api.post(mine, "/ticket-views", Map.of("name", "x", "filter", filter, "sort", sort)),
                400,
                "invalid-parameter",
                pointer);
    }

    private JsonPath count(String view) {
        return new JsonPath(as(mine).get("/api/v1/ticket-views/counts").asString())
                .setRootPath("items.find { it.id == '" + view + "' }");
    }

    private static String created(String token, Map<String, Object> view) {
        return Api.post(token, "/ticket-views", view)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }
}
