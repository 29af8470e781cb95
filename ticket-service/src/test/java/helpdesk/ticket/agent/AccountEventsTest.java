package helpdesk.ticket.agent;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Profiles follow the gateway's accounts. */
@QuarkusTest
@WithTestResource(RealParts.class)
class AccountEventsTest {

    private static final String TOPIC = "helpdesk.account";

    private final UUID id = UUID.randomUUID();
    private final Event created = Given.account(id);
    private final EventProbe probe = EventProbe.on(TOPIC);

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_new_account_gets_a_profile_of_the_first_tier() {
        probe.publish(TOPIC, created);

        JsonPath agent = awaited(id);
        assertThat(agent.getString("name")).isEqualTo("Daniel Brandt");
        assertThat(agent.getString("username")).isEqualTo("agent-" + id);
        assertThat(agent.getString("email")).isEqualTo("daniel.brandt@example.org");
        assertThat(agent.getInt("tier")).isEqualTo(1);
        assertThat(agent.getString("presence")).isEqualTo("offline");
        assertThat(agent.getBoolean("active")).isTrue();
        assertThat(agent.getList("skills")).isEmpty();
    }

    @Test
    void a_change_is_taken_over_and_what_was_described_here_stays() {
        probe.publish(TOPIC, created);
        awaited(id);
        String supervisor = Tokens.of("supervisor");
        Api.as(supervisor)
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "Senior agent"))
                .patch("/api/v1/agents/" + id)
                .then()
                .statusCode(200);

        probe.publish(TOPIC, changed(2).withData("displayName", "Daniel Brandt-Okafor"));

        Awaitility.await().until(() -> read(id).jsonPath().getString("name").equals("Daniel Brandt-Okafor"));
        assertThat(read(id).jsonPath().getString("title")).isEqualTo("Senior agent");
    }

    @Test
    void who_leaves_is_not_active_any_more() {
        probe.publish(TOPIC, created);
        awaited(id);
        probe.publish(
                TOPIC,
                changed(2).with("type", "org.helpdesk.account.deactivated.v1").withData("active", false));

        Awaitility.await().until(() -> !read(id).jsonPath().getBoolean("active"));
    }

    @Test
    void who_loses_the_working_roles_is_not_active_any_more() {
        probe.publish(TOPIC, created);
        awaited(id);
        probe.publish(TOPIC, changed(2).withData("roles", List.of("customer")));

        Awaitility.await().until(() -> !read(id).jsonPath().getBoolean("active"));
    }

    @Test
    void what_is_older_than_what_is_known_is_ignored() {
        probe.publish(TOPIC, changed(5).withData("displayName", "The newest"));
        probe.publish(TOPIC, changed(4).withData("displayName", "Older"));
        probe.publish(TOPIC, changed(5).withData("displayName", "Just as old"));
        probe.publish(TOPIC, created);
        awaitAllSoFar();

        assertThat(read(id).jsonPath().getString("name")).isEqualTo("The newest");
    }

    @Test
    void an_event_that_comes_often_has_one_effect() {
        for (int i = 0; i < 20; i++) {
            probe.publish(TOPIC, created);
        }
        awaitAllSoFar();

        assertThat(read(id).jsonPath().getInt("version")).isZero();
    }

    @Test
    void an_account_without_a_working_role_gets_no_profile() {
        probe.publish(TOPIC, created.withData("roles", List.of("integration", "customer")));
        awaitAllSoFar();

        assertThat(read(id).statusCode()).isEqualTo(404);
    }

    @Test
    void other_facts_about_accounts_are_passed_over() {
        probe.publish(TOPIC, changed(2).with("type", "org.helpdesk.account.promoted.v1"));
        awaitAllSoFar();

        assertThat(read(id).statusCode()).isEqualTo(404);
    }

    private Event changed(long sequence) {
        return created.again()
                .with("type", "org.helpdesk.account.changed.v1")
                .with("sequence", Long.toString(sequence));
    }

    /** Events of one key keep their order: what comes after is handled after. */
    private void awaitAllSoFar() {
        UUID last = UUID.randomUUID();
        Event another = Given.account(last);
        probe.publish(TOPIC, new Event(another.attributes(), id.toString(), another.data()));
        awaited(last);
    }

    private static JsonPath awaited(UUID agent) {
        Awaitility.await().until(() -> read(agent).statusCode() == 200);
        return read(agent).jsonPath();
    }

    private static Response read(UUID agent) {
        return Api.agent().get("/api/v1/agents/" + agent);
    }
}
