package helpdesk.ticket.agent;

import static helpdesk.ticket.Api.as;
import static helpdesk.ticket.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class AgentResourceTest {

    private static final String SUPERVISOR = Tokens.of("supervisor");

    @Test
    void a_supervisor_describes_an_agent() {
        UUID agent = Given.agent();

        Response answer = patch(SUPERVISOR, agent, """
                {"title":"Senior agent","tier":2,"languages":["en","bn"],"presence":"online",
                 "skills":[{"name":"printers","level":4},{"name":"fire","level":1,"expiresAt":"2027-01-01T00:00:00Z"}]}""");

        answer.then().statusCode(200);
        JsonPath profile = read(agent).jsonPath();
        assertThat(answer.jsonPath().getMap("$")).isEqualTo(profile.getMap("$"));
        assertThat(profile.getString("title")).isEqualTo("Senior agent");
        assertThat(profile.getInt("tier")).isEqualTo(2);
        assertThat(profile.getList("languages")).isEqualTo(List.of("en", "bn"));
        assertThat(profile.getString("presence")).isEqualTo("online");
        assertThat(profile.getMap("skills[0]")).isEqualTo(Map.of("name", "printers", "level", 4));
        assertThat(profile.getString("skills[1].expiresAt")).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void null_takes_title_languages_and_skills_away() {
        UUID agent = Given.agent();
        patch(
                SUPERVISOR,
                agent,
                "{\"title\":\"Senior\",\"languages\":[\"en\"],\"skills\":[{\"name\":\"a\",\"level\":1}]}");

        JsonPath bare = patch(SUPERVISOR, agent, "{\"title\":null,\"languages\":null,\"skills\":null}")
                .jsonPath();

        assertThat(bare.getMap("$")).doesNotContainKey("title");
        assertThat(bare.getList("languages")).isEmpty();
        assertThat(bare.getList("skills")).isEmpty();
    }

    @Test
    void agents_tell_their_own_presence_and_nothing_else() {
        UUID me = Given.agent();
        UUID other = Given.agent();
        String token = Tokens.of(me, "agent");

        patch(token, me, Map.of("presence", "away")).then().statusCode(200);

        assertThat(read(me).jsonPath().getString("presence")).isEqualTo("away");
        assertProblem(patch(token, me, Map.of("presence", "online", "tier", 3)), 403, "forbidden");
        assertProblem(patch(token, me, Map.of("title", "Director")), 403, "forbidden");
        assertProblem(patch(token, other, Map.of("presence", "offline")), 403, "forbidden");
        assertThat(read(me).jsonPath().getInt("tier")).isEqualTo(1);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("{\"tier\":4}", "/tier"),
                Arguments.of("{\"tier\":0}", "/tier"),
                Arguments.of("{\"tier\":null}", "/tier"),
                Arguments.of("{\"tier\":1.5}", "/tier"),
                Arguments.of("{\"title\":\" \"}", "/title"),
                Arguments.of("{\"title\":\"a\\nb\"}", "/title"),
                Arguments.of("{\"presence\":\"asleep\"}", "/presence"),
                Arguments.of("{\"presence\":null}", "/presence"),
                Arguments.of("{\"languages\":[\"nonsense language\"]}", "/languages/0"),
                Arguments.of("{\"languages\":[null]}", "/languages/0"),
                Arguments.of("{\"skills\":[{\"name\":\"a\",\"level\":6}]}", "/skills/0/level"),
                Arguments.of("{\"skills\":[{\"name\":\"a\",\"level\":0}]}", "/skills/0/level"),
                Arguments.of("{\"skills\":[{\"name\":\"a\"}]}", "/skills/0/level"),
                Arguments.of("{\"skills\":[{\"level\":1}]}", "/skills/0/name"),
                Arguments.of("{\"skills\":[null]}", "/skills/0"),
                Arguments.of(
                        "{\"skills\":[{\"name\":\"a\",\"level\":1,\"expiresAt\":\"soon\"}]}", "/skills/0/expiresAt"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_named(String changes, String pointer) {
        assertProblem(patch(SUPERVISOR, anAgent(), changes), 400, "invalid-request", pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "name", "username", "email", "active", "version", "createdAt", "salary"})
    void what_belongs_to_the_account_is_not_changed_here(String field) {
        assertProblem(patch(SUPERVISOR, anAgent(), Map.of(field, "x")), 400, "unknown-field", "/" + field);
    }

    @Test
    void a_change_needs_the_present_version() {
        UUID agent = Given.agent();

        assertProblem(
                as(SUPERVISOR).contentType(Api.MERGE_PATCH).body("{\"tier\":2}").patch(path(agent)),
                428,
                "precondition-required",
                "header:If-Match");
        assertProblem(patch(SUPERVISOR, agent, "\"9\"", "{\"tier\":2}"), 412, "precondition-failed");
        assertThat(patch(SUPERVISOR, agent, "\"0\"", "{\"tier\":1}").header("ETag"))
                .isEqualTo("\"0\"");
    }

    @Test
    void who_is_not_there_is_not_found() {
        assertProblem(read(UUID.randomUUID()), 404, "agent-not-found");
        assertProblem(patch(SUPERVISOR, UUID.randomUUID(), "\"0\"", "{\"tier\":2}"), 404, "agent-not-found");
        assertThat(as(SUPERVISOR).get("/api/v1/agents/me").statusCode()).isEqualTo(404);
    }

    @Test
    void agents_come_by_name_in_pages_also_when_names_are_the_same() {
        String name = "Zoë " + UUID.randomUUID();
        List<String> there = Stream.generate(() -> Given.agent(name).toString())
                .limit(5)
                .sorted()
                .toList();

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = as(SUPERVISOR).get("/api/v1/agents?limit=2" + next).jsonPath();
            page.<Map<String, String>>getList("items").stream()
                    .filter(agent -> agent.get("name").equals(name))
                    .forEach(agent -> seen.add(agent.get("id")));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        } while (next != null);

        assertThat(seen).isEqualTo(there);
    }

    private static UUID agent;

    private static synchronized UUID anAgent() {
        if (agent == null) {
            agent = Given.agent();
        }
        return agent;
    }

    private static String path(UUID agent) {
        return "/api/v1/agents/" + agent;
    }

    private static Response read(UUID agent) {
        return as(SUPERVISOR).get(path(agent));
    }

    private static Response patch(String token, UUID agent, Object changes) {
        return patch(token, agent, read(agent).header("ETag"), changes);
    }

    private static Response patch(String token, UUID agent, String tag, Object changes) {
        return as(token)
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", tag)
                .body(changes)
                .patch(path(agent));
    }
}
