package helpdesk.feedback.insight;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.feedback.fixture.Invitations;
import helpdesk.feedback.fixture.Story;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class InsightResourceTest {

    private static final String INSIGHT = "/api/v1/survey-insight";
    private static final String TICKETS = "helpdesk.ticket";

    private static EventProbe probe;

    @BeforeAll
    static void listen() {
        probe = EventProbe.on(TICKETS);
    }

    @AfterAll
    static void leave() {
        probe.close();
    }

    @Test
    void answers_are_counted_by_team() {
        String team = "team-" + UUID.randomUUID();
        answered(story(team), 10);
        answered(story(team), 8);
        answered(story(team), 3);
        Invitations.sent(probe, story(team));
        withdrawn(story(team));
        JsonPath group = group("team", team);
        assertThat(group.getInt("invited")).isEqualTo(4);
        assertThat(group.getInt("answered")).isEqualTo(3);
        assertThat(group.getDouble("averageScore")).isEqualTo(7.0);
        assertThat(group.getDouble("responseRate.share")).isEqualTo(0.75);
        assertThat(group.getInt("responseRate.n")).isEqualTo(4);
        assertThat(group.getInt("satisfied.n")).isEqualTo(3);
        assertThat(group.getDouble("satisfied.share")).isBetween(0.66, 0.67);
        assertThat(group.getDouble("satisfied.lower")).isBetween(0.20, 0.21);
        assertThat(group.getDouble("satisfied.upper")).isBetween(0.93, 0.94);
        assertThat(group.getDouble("unhappy.share")).isBetween(0.33, 0.34);
    }

    @Test
    void an_agent_is_named() {
        UUID agent = UUID.randomUUID();
        answered(Story.begin().resolvedWith("assignee", Map.of("id", agent, "name", "Noor Haddad")), 9);
        JsonPath group = group("agent", agent.toString());
        assertThat(group.getString("name")).isEqualTo("Noor Haddad");
        assertThat(group.getInt("answered")).isEqualTo(1);
    }

    @Test
    void a_group_that_nobody_answered_has_no_scores() {
        String category = "category-" + UUID.randomUUID();
        Invitations.sent(probe, Story.begin().with("category", category));
        JsonPath group = group("category", category);
        assertThat(group.getDouble("responseRate.share")).isZero();
        assertThat(group.<Object>get("averageScore")).isNull();
        assertThat(group.<Object>get("satisfied")).isNull();
    }

    @Test
    void those_without_a_category_are_a_group_without_a_key() {
        Invitations.sent(probe, Story.begin().with("category", null));
        assertThat(as("agent")
                        .queryParam("by", "category")
                        .get(INSIGHT)
                        .jsonPath()
                        .getInt("items.count { it.key == null }"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "team", "category", "channel", "language"})
    void answers_are_grouped_by_what_was_fixed_at_the_invitation(String by) {
        as("supervisor")
                .queryParam("by", by)
                .get(INSIGHT)
                .then()
                .statusCode(200)
                .body("by", equalTo(by));
    }

    @Test
    void only_the_period_counts() {
        String team = "team-" + UUID.randomUUID();
        Invitations.sent(probe, story(team));
        Instant now = Instant.now();
        assertThat(as("agent")
                        .queryParam("by", "team")
                        .queryParam("from", now.minus(Duration.ofDays(20)).toString())
                        .queryParam("to", now.minus(Duration.ofDays(10)).toString())
                        .get(INSIGHT)
                        .jsonPath()
                        .getList("items.key"))
                .doesNotContain(team);
    }

    @Test
    void a_question_that_makes_no_sense_is_named() {
        assertNamed("?by", "by", "mood");
        assertNamed("?from", "from", "yesterday");
        assertNamed("?to", "to", "2026-02-30T00:00:00Z");
        assertNamed("?from", "from", "2100-01-01T00:00:00Z");
        assertNamed("?from", "from", "2020-01-01T00:00:00Z");
    }

    @Test
    void insight_is_for_those_who_work_here() {
        given().get(INSIGHT).then().statusCode(401);
        as("integration").get(INSIGHT).then().statusCode(403).contentType("application/problem+json");
        as("admin").get(INSIGHT).then().statusCode(200).body("by", equalTo("agent"));
    }

    private static Story story(String team) {
        return Story.begin().with("group", team);
    }

    private static void answered(Story story, int rating) {
        String path = Invitations.path(Invitations.sent(probe, story));
        given().contentType(ContentType.JSON)
                .body("{\"answers\":[{\"key\":\"rating\",\"value\":" + rating + "}]}")
                .post(path + "/response")
                .then()
                .statusCode(201);
    }

    private static void withdrawn(Story story) {
        Invitations.sent(probe, story);
        probe.publish(TICKETS, story.reopened(1));
        Invitations.await(story, "dropped");
    }

    private static JsonPath group(String by, String key) {
        JsonPath insight = as("agent").queryParam("by", by).get(INSIGHT).jsonPath();
        int place = insight.getList("items.key").indexOf(key);
        return insight.setRootPath("items[" + place + "]");
    }

    private static void assertNamed(String pointer, String name, String value) {
        as("agent")
                .queryParam(name, value)
                .get(INSIGHT)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }
}
