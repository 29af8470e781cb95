package helpdesk.ticket.macro;

import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.opened;
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
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Macros: kept, shown, applied. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MacroResourceTest {

    private static final String LEAD = Tokens.of("supervisor");

    private final String name = "Macro " + UUID.randomUUID();

    @Test
    void a_macro_replies_and_changes_at_once() {
        UUID agent = Given.agent("Mei Tanaka");
        String token = Tokens.of(agent, "agent");
        Map<String, Object> opened = ticket("tags", List.of("old", "vip"));
        opened.put("requester", Map.of("name", "Amara Okafor", "email", UUID.randomUUID() + "@example.org"));
        JsonPath ticket = opened(opened);
        String macro = created(Map.of(
                "name",
                name,
                "reply",
                "Hello {{requester.name}}, {{ticket.number}} is done. {{ agent.name }}",
                "changes",
                Map.of(
                        "status", "resolved",
                        "assignee", "me",
                        "addTags", List.of("done"),
                        "removeTags", List.of("old"),
                        "priority", "low",
                        "resolution", "Solved by {{agent.name}}.")));

        JsonPath preview = apply(token, ticket, macro, true).jsonPath();
        String reply = "Hello Amara Okafor, " + ticket.getString("number") + " is done. Mei Tanaka";
        assertThat(preview.getString("reply")).isEqualTo(reply);
        assertThat(Api.read(ticket.getString("id")).getInt("version")).isEqualTo(ticket.getInt("version"));

        JsonPath applied = apply(token, ticket, macro, false).jsonPath();
        assertThat(applied.getString("ticket.status")).isEqualTo("resolved");
        assertThat(applied.getString("ticket.assignee.name")).isEqualTo("Mei Tanaka");
        assertThat(applied.getString("ticket.resolution")).isEqualTo("Solved by Mei Tanaka.");
        assertThat(applied.getList("ticket.tags")).containsExactly("vip", "done");
        assertThat(applied.getString("comment.body")).isEqualTo(reply);
    }

    @Test
    void all_of_it_or_nothing() {
        JsonPath ticket = opened();
        String macro = created(Map.of("name", name, "reply", "Done!", "changes", Map.of("status", "resolved")));

        assertProblem(apply(Tokens.of(Given.agent(), "agent"), ticket, macro, false), 409, "assignee-required");

        assertThat(Api.get("/tickets/" + ticket.getString("id") + "/comments")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void a_placeholder_that_nothing_fills_is_refused_when_the_macro_is_kept() {
        Response answer = Api.post(LEAD, "/macros", Map.of("name", name, "reply", "Dear {{customer}}"));

        assertProblem(answer, 400, "invalid-request", "/reply");
        assertThat(answer.asString()).contains("{{requester.name}}");
        assertProblem(
                Api.post(LEAD, "/macros", Map.of("name", name, "changes", Map.of("resolution", "{{x}}"))),
                400,
                "invalid-request",
                "/changes/resolution");
    }

    @Test
    void what_the_placeholders_leave_empty_is_refused_and_nothing_is_broken() {
        JsonPath ticket = opened();
        String macro = created(Map.of("name", name, "changes", Map.of("resolution", "{{agent.title}}")));

        assertProblem(apply(Tokens.of(Given.agent(), "agent"), ticket, macro, false), 400, "invalid-request");

        Api.patch(ticket.getString("id"), Map.of("priority", "high")).then().statusCode(200);
        assertProblem(
                Api.post(LEAD, "/macros", Map.of("name", name + "2", "changes", Map.of("assignee", "0".repeat(36)))),
                400,
                "invalid-request",
                "/changes/assignee");
    }

    @Test
    void names_are_unique_and_what_is_retired_is_not_applied() {
        String macro = created(Map.of("name", name));
        assertProblem(
                Api.post(LEAD, "/macros", Map.of("name", name.toUpperCase(Locale.ROOT))), 409, "name-taken", "/name");

        Api.change(LEAD, "/macros/" + macro, Map.of("active", false, "name", name))
                .then()
                .statusCode(200);
        assertProblem(apply(Tokens.of("agent"), opened(), macro, false), 409, "macro-retired", "/macroId");
        assertProblem(apply(Tokens.of("agent"), opened(), UUID.randomUUID().toString(), false), 404, "macro-not-found");
        assertProblem(Api.post(Tokens.of("agent"), "/macros", Map.of("name", "x")), 403, "forbidden");
    }

    private static String created(Map<String, Object> macro) {
        return Api.post(LEAD, "/macros", macro)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static Response apply(String token, JsonPath ticket, String macro, boolean preview) {
        return Api.post(
                token,
                "/tickets/" + ticket.getString("id") + "/macro-applications",
                Map.of("macroId", macro, "preview", preview));
    }
}
