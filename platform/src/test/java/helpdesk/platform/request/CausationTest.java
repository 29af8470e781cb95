package helpdesk.platform.request;

import static helpdesk.platform.problem.Answers.NOTES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain can be followed: from a request to its event, and from there to the event that this causes. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CausationTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final UUID account = UUID.randomUUID();
    private final String requestId = "request-" + UUID.randomUUID();

    private EventProbe probe;

    @BeforeEach
    void connect() {
        probe = EventProbe.on("helpdesk.platform-test");
    }

    @AfterEach
    void disconnect() {
        probe.close();
    }

    @Test
    void an_event_of_a_request_names_the_request_and_who_sent_it() {
        assertThat(write(Tokens.of(account, "agent"), "plain", TRACE).attributes())
                .containsEntry("correlationid", requestId)
                .containsEntry("causationid", requestId)
                .containsEntry("actor", "account:" + account)
                .containsEntry("traceparent", TRACE);
    }

    @Test
    void an_event_of_an_event_names_both() {
        Event first = write(Tokens.of(account, "agent"), "echo this", TRACE);
        Event second = probe.await(event -> first.id().equals(event.attributes().get("causationid")));
        assertThat(second.attributes())
                .containsEntry("correlationid", requestId)
                .containsEntry("actor", "system:platform-test.echoes")
                .containsEntry("traceparent", TRACE);
        assertThat(second.data().get("text").asText())
                .isEqualTo("reply to " + first.data().get("noteId").asText());
    }

    @Test
    void a_program_acts_under_its_key() {
        assertThat(write(Tokens.ofApiKey(account, "agent"), "plain", TRACE).attributes())
                .containsEntry("actor", "apikey:" + account);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01"
            })
    void a_broken_trace_is_dropped(String trace) {
        assertThat(write(Tokens.of(account, "agent"), "plain", trace).attributes())
                .doesNotContainKey("traceparent");
    }

    private Event write(String token, String text, String trace) {
        String id = given().auth()
                .oauth2(token)
                .header("X-Request-Id", requestId)
                .header("traceparent", trace)
                .contentType("application/json")
                .body("{\"text\":\"" + text + "\"}")
                .post(NOTES)
                .jsonPath()
                .getString("id");
        return probe.await("org.helpdesk.note.written.v1", id);
    }
}
