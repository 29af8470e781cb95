package helpdesk.ticket.catalogue;

import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.openedId;
import static helpdesk.ticket.Api.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an organisation calls things, and that tickets keep to it. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CatalogueResourceTest {

    private static final String ADMIN = Tokens.of("admin");

    private final String name = "n" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void forget() {
        Database.execute("delete from ticket_field");
        Database.execute("update topic set parent_path = null");
        Database.execute("delete from topic");
        Database.execute("delete from agent_group");
    }

    @Test
    void as_long_as_nothing_is_listed_any_word_will_do() {
        Map<String, Object> ticket = ticket("category", "anything");
        ticket.put("customFields", Map.of("whatever", true));

        assertThat(opened(ticket).getString("category")).isEqualTo("anything");
        assertThat(Api.changed(openedId(), Map.of("group", "night shift", "cause", "moon"))
                        .getString("group"))
                .isEqualTo("night shift");
    }

    @Test
    void categories_grow_as_a_tree_and_tickets_take_those_that_are_in_use() {
        assertProblem(topic("categories", "billing/refund"), 422, "parent-missing", "/path");
        topic("categories", "billing").then().statusCode(201);
        Response refund = topic("categories", "billing/refund");
        refund.then().statusCode(201).body("parent", Matchers.is("billing"), "name", Matchers.is("refund"));
        assertProblem(topic("categories", "billing"), 409, "name-taken", "/path");

        assertThat(opened(ticket("category", "billing/refund")).getString("category"))
                .isEqualTo("billing/refund");
        assertProblem(Api.open(ticket("category", "shipping")), 422, "topic-unknown", "/category");

        Api.change(ADMIN, "/ticket-categories/" + refund.jsonPath().getString("id"), Map.of("active", false))
                .then()
                .statusCode(200);
        assertProblem(Api.open(ticket("category", "billing/refund")), 422, "topic-unknown", "/category");
        assertThat(Api.get("/ticket-categories").jsonPath().getList("items.path"))
                .containsExactly("billing", "billing/refund");
        assertThat(Api.get("/ticket-causes").jsonPath().getList("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a//b", "/a", "a/", " a", "a/b/c/d/e/f", "a\nb"})
    void a_path_that_leads_nowhere_is_refused(String path) {
        assertProblem(topic("causes", path), 400, "invalid-request", "/path");
    }

    @Test
    void a_category_means_those_below_it_and_no_namesakes() {
        for (String path : List.of("a", "a/b", "a/b/c", "ab", "a-b")) {
            topic("categories", path).then().statusCode(201);
            opened(tagged(path));
        }

        assertThat(found("category=a")).containsExactlyInAnyOrder("a", "a/b", "a/b/c");
        assertThat(found("category=a/b")).containsExactlyInAnyOrder("a/b", "a/b/c");
        assertThat(found("category=ab")).containsExactly("ab");
    }

    @Test
    void groups_have_unique_names_and_the_default_is_always_there() {
        String id = openedId();
        Response group = Api.post(ADMIN, "/groups", Map.of("name", "Billing"));
        group.then().statusCode(201);
        assertProblem(Api.post(ADMIN, "/groups", Map.of("name", "billing ")), 409, "name-taken", "/name");

        assertThat(Api.changed(id, Map.of("group", "Billing")).getString("group"))
                .isEqualTo("Billing");
        assertProblem(Api.patch(id, Map.of("group", "Nobody")), 422, "group-unknown", "/group");
        assertThat(Api.changed(id, Map.of("group", "support")).getString("group"))
                .isEqualTo("support");

        Api.change(ADMIN, "/groups/" + group.jsonPath().getString("id"), Map.of("active", false))
                .then()
                .statusCode(200);
        assertProblem(Api.patch(id, Map.of("group", "Billing")), 422, "group-unknown", "/group");
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Map.of("kind", "text"), "gold", "gold", List.of(1, true, "", List.of("a"))),
                Arguments.of(Map.of("kind", "number"), 12.5, 12.5f, List.of("12", true)),
                Arguments.of(Map.of("kind", "date"), "2026-02-28", "2026-02-28", List.of("2026-02-30", "tomorrow", 7)),
                Arguments.of(
                        Map.of("kind", "choice", "choices", List.of("S", "M")),
                        "M",
                        "M",
                        List.of("L", 1, List.of("S"))),
                Arguments.of(
                        Map.of("kind", "multiChoice", "choices", List.of("S", "M")),
                        List.of("M", "S", "M"),
                        List.of("M", "S"),
                        List.of("S", List.of("L"), List.of())));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_field_takes_what_its_kind_takes(Map<String, Object> kind, Object good, Object kept, List<Object> bad) {
        field(name, kind).then().statusCode(201);

        JsonPath ticket = opened(ticket("customFields", Map.of(name, good)));
        assertThat(ticket.<Object>get("customFields." + name)).isEqualTo(kept);
        for (Object value : bad) {
            Response answer = Api.open(ticket("customFields", Map.of(name, value)));
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("errors[0].pointer")).startsWith("/customFields/" + name);
        }
    }

    @Test
    void a_reference_leads_somewhere() {
        String other = openedId();
        field(name, Map.of("kind", "reference", "target", "ticket")).then().statusCode(201);

        assertThat(opened(ticket("customFields", Map.of(name, other))).getString("customFields." + name))
                .isEqualTo(other);
        for (Object value : List.of(UUID.randomUUID().toString(), "HD-1", 5)) {
            assertProblem(
                    Api.open(ticket("customFields", Map.of(name, value))),
                    400,
                    "field-value-invalid",
                    "/customFields/" + name);
        }
    }

    @Test
    void a_field_that_nobody_defined_is_refused_and_what_a_ticket_has_may_stay() {
        String id = opened(ticket("customFields", Map.of("old", "value"))).getString("id");
        String plan = field(name, Map.of("kind", "text")).jsonPath().getString("id");

        assertProblem(
                Api.open(ticket("customFields", Map.of("other", 1))), 422, "field-unknown", "/customFields/other");
        assertThat(Api.changed(id, Map.of("customFields", Map.of(name, "gold"))).getMap("customFields"))
                .isEqualTo(Map.of("old", "value", name, "gold"));
        Api.change(ADMIN, "/ticket-fields/" + plan, Map.of("active", false))
                .then()
                .statusCode(200);
        assertProblem(
                Api.patch(id, Map.of("customFields", Map.of(name, "silver"))),
                422,
                "field-unknown",
                "/customFields/" + name);
    }

    static Stream<Arguments> halves() {
        return Stream.of(
                Arguments.of(Map.of("kind", "choice"), "/choices"),
                Arguments.of(Map.of("kind", "text", "choices", List.of("a")), "/choices"),
                Arguments.of(Map.of("kind", "reference"), "/target"),
                Arguments.of(Map.of("kind", "date", "target", "agent"), "/target"),
                Arguments.of(Map.of("kind", "choice", "choices", List.of(" ")), "/choices/0"));
    }

    @ParameterizedTest
    @MethodSource("halves")
    void a_definition_has_what_its_kind_needs(Map<String, Object> kind, String pointer) {
        assertProblem(field(name, kind), 400, "invalid-request", pointer);
    }

    @Test
    void custom_fields_are_found_by_value_and_by_words() {
        field(name, Map.of("kind", "multiChoice", "choices", List.of("Kälte", "heat")));
        field(name + "n", Map.of("kind", "number"));
        String id = opened(ticket("customFields", Map.of(name, List.of("Kälte"), name + "n", 12.50)))
                .getString("id");

        assertThat(ids("customFields." + name + "=Kälte")).containsExactly(id);
        assertThat(ids("customFields." + name + "n=12.5")).containsExactly(id);
        assertThat(ids("customFields." + name + "=heat")).isEmpty();
        assertThat(ids("q=kalte&customFields." + name + "n=12.5")).containsExactly(id);
    }

    @Test
    void who_may_shape_the_catalogue() {
        assertProblem(Api.post(Tokens.of("supervisor"), "/ticket-fields", Map.of()), 403, "forbidden");
        assertProblem(Api.post(Tokens.of("agent"), "/ticket-causes", Map.of()), 403, "forbidden");
        assertProblem(Api.post(Tokens.of("integration"), "/groups", Map.of()), 403, "forbidden");
        Api.post(Tokens.of("supervisor"), "/ticket-causes", Map.of("path", "carrier"))
                .then()
                .statusCode(201);
    }

    private Map<String, Object> tagged(String category) {
        Map<String, Object> ticket = ticket("category", category);
        ticket.put("tags", List.of(name));
        return ticket;
    }

    private List<String> found(String query) {
        return Api.get("/tickets?tag=" + name + "&" + query).jsonPath().getList("items.category");
    }

    private static List<String> ids(String query) {
        return Api.get("/tickets?" + query).jsonPath().getList("items.id");
    }

    private static Response topic(String tree, String path) {
        return Api.post(ADMIN, "/ticket-" + tree, Map.of("path", path));
    }

    private static Response field(String key, Map<String, Object> kind) {
        Map<String, Object> field = new HashMap<>(kind);
        field.put("key", key);
        return Api.post(ADMIN, "/ticket-fields", field);
    }
}
