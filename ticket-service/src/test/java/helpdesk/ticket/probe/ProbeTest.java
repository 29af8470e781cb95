package helpdesk.ticket.probe;

import static helpdesk.ticket.Api.as;
import static helpdesk.ticket.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** We ask ourselves for help as a customer would, and measure how we are answered. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ProbeTest {

    private static final String SUPERVISOR = Tokens.of("supervisor");
    private static final String PATH = "/probes";

    private final List<String> made = new ArrayList<>();
    private final EventProbe events = EventProbe.on("helpdesk.ticket");

    @Inject
    ProbeRuns runs;

    @Inject
    MovableClock clock;

    @AfterEach
    void remove() {
        clock.reset();
        made.forEach(id -> as(SUPERVISOR)
                .header("If-Match", "*")
                .delete("/api/v1" + PATH + "/" + id)
                .then()
                .statusCode(204));
        events.close();
    }

    @Test
    void it_asks_as_a_customer_would_and_tells_how_it_was_answered() {
        UUID agent = Given.agent("Mei Tanaka");
        String probe = made(body());

        runs.run();

        Map<String, Object> run = only(probe);
        String ticket = run.get("ticketId").toString();
        assertThat(run)
                .containsEntry("status", "new")
                .containsEntry("firstReply", "open")
                .doesNotContainKey("servedBy");
        JsonPath asked = Api.read(ticket);
        assertThat(asked.getString("channel")).isEqualTo("chat");
        assertThat(asked.getString("requester.name")).isEqualTo("Robin Vale");
        assertThat(asked.getString("origin"))
                .as("nobody who answers sees who asks")
                .isNotEqualTo("probe");
        assertThat(asked.getMap("$")).doesNotContainKey("probe");
        clock.move(Duration.ofMinutes(30));
        Api.changed(ticket, Map.of("assigneeId", agent));
        Api.comment(
                        Tokens.of(agent, "agent"),
                        ticket,
                        Map.of("body", "Dear Robin, here it is.", "visibility", "public"))
                .then()
                .statusCode(201);
        clock.move(Duration.ofMinutes(30));
        Api.changed(ticket, Map.of("status", "resolved", "resolution", "Told."));

        run = only(probe);
        assertThat(run)
                .containsEntry("status", "resolved")
                .containsEntry("servedBy", "Mei Tanaka")
                .containsEntry("firstReply", "kept");
        assertThat(((Number) run.get("firstReplySeconds")).doubleValue()).isBetween(1800.0, 1900.0);
        assertThat(((Number) run.get("resolutionSeconds")).doubleValue()).isBetween(3600.0, 3700.0);
        JsonPath measured = as(SUPERVISOR).get("/api/v1" + PATH + "/" + probe).jsonPath();
        assertThat(measured.getMap("measured"))
                .containsEntry("requests", 1)
                .containsEntry("answered", 1)
                .containsEntry("answeredInTime", 1)
                .containsEntry("solved", 1);
        assertThat(measured.getDouble("measured.firstReplySeconds")).isBetween(1800.0, 1900.0);
        assertThat(as(SUPERVISOR).get("/api/v1/probes?limit=100").jsonPath().getList("items.measured.answered"))
                .contains(1);
    }

    @Test
    void the_world_is_told_that_nobody_is_behind_it() {
        String probe = made(body());
        runs.run();
        String ticket = only(probe).get("ticketId").toString();

        Event opened = events.await("org.helpdesk.ticket.opened.v1", ticket);

        Contracts.assertFits(opened);
        assertThat(opened.data().path("probe").asBoolean()).isTrue();
        String other = Api.openedId();
        assertThat(events.await("org.helpdesk.ticket.opened.v1", other).data().has("probe"))
                .isFalse();
        String comment = Api.comment(Tokens.of("agent"), ticket, Map.of("body", "Also this.", "visibility", "internal"))
                .jsonPath()
                .getString("id");
        String split = Api.made(
                        "/tickets/" + ticket + "/splits",
                        Map.of("commentIds", List.of(comment), "subject", "Another matter", "description", "Also."))
                .getString("id");
        assertThat(events.await("org.helpdesk.ticket.opened.v1", split)
                        .data()
                        .path("probe")
                        .asBoolean())
                .as("what follows from it is one, too")
                .isTrue();
        assertThat(Api.get("/tickets?probe=true&limit=100").jsonPath().getList("items.id"))
                .contains(ticket)
                .doesNotContain(other);
        assertThat(Api.get("/tickets?probe=false&limit=100").jsonPath().getList("items.id"))
                .contains(other)
                .doesNotContain(ticket);
        assertProblem(Api.get("/tickets?probe=maybe"), 400, "invalid-parameter", "?probe");
    }

    @Test
    void it_asks_in_its_rhythm_and_does_not_make_up_for_what_it_missed() {
        String probe = made(body());
        runs.run();
        runs.run();
        assertThat(runsOf(probe)).hasSize(1);

        clock.move(Duration.ofMinutes(61));
        runs.run();
        assertThat(runsOf(probe)).hasSize(2);
        clock.move(Duration.ofMinutes(600));
        runs.run();
        runs.run();

        assertThat(runsOf(probe)).hasSize(3);
    }

    @Test
    void what_stands_still_is_not_late_and_what_is_real_is_not_mixed_with_it() {
        String probe = made(body());
        runs.run();
        String ticket = only(probe).get("ticketId").toString();
        Api.changed(ticket, Map.of("assigneeId", Given.agent(), "status", "pending"));
        clock.move(Duration.ofDays(3));

        assertThat(only(probe)).containsEntry("firstReply", "open");
        assertProblem(
                Api.post(
                        Tokens.of("agent"),
                        "/tickets/" + Api.openedId() + "/merges",
                        Map.of("sources", List.of(ticket))),
                409,
                "merge-not-possible");
    }

    @Test
    void one_that_rests_or_waits_asks_nothing() {
        Map<String, Object> resting = body();
        resting.put("active", false);
        Map<String, Object> waiting = body();
        waiting.put("nextAt", clock.instant().plus(Duration.ofDays(1)).toString());
        String first = made(resting);
        String second = made(waiting);

        runs.run();

        assertThat(runsOf(first)).isEmpty();
        assertThat(runsOf(second)).isEmpty();
        Api.change(SUPERVISOR, PATH + "/" + first, Map.of("active", true))
                .then()
                .statusCode(200);
        runs.run();
        assertThat(runsOf(first)).hasSize(1);
    }

    @Test
    void replicas_ask_once() throws Exception {
        String probe = made(body());

        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            List<Callable<Object>> all = Collections.nCopies(4, Executors.callable(this::runInContext));
            for (Future<Object> run : replicas.invokeAll(all)) {
                run.get();
            }
        }

        assertThat(runsOf(probe)).hasSize(1);
    }

    @Test
    void a_name_is_given_once_and_what_is_gone_keeps_what_it_measured() {
        Map<String, Object> body = body();
        Response answer = Api.post(SUPERVISOR, PATH, body);
        String id = answer.jsonPath().getString("id");
        assertProblem(Api.post(SUPERVISOR, PATH, body), 409, "name-taken", "/name");
        runs.run();
        assertProblem(as(SUPERVISOR).delete("/api/v1" + PATH + "/" + id), 428, "precondition-required");
        assertThat(as(SUPERVISOR)
                        .header("If-Match", "\"0\"")
                        .delete("/api/v1" + PATH + "/" + id)
                        .statusCode())
                .as("asking makes no copy stale")
                .isEqualTo(204);

        assertProblem(as(SUPERVISOR).get("/api/v1" + PATH + "/" + id), 404, "probe-not-found");
        assertThat(runsOf(id)).hasSize(1);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("name", null, "/name"),
                Arguments.of("channel", "pigeon", "/channel"),
                Arguments.of("channel", null, "/channel"),
                Arguments.of("everyMinutes", 4, "/everyMinutes"),
                Arguments.of("everyMinutes", 44641, "/everyMinutes"),
                Arguments.of("everyMinutes", null, "/everyMinutes"),
                Arguments.of("subject", " ", "/subject"),
                Arguments.of("description", null, "/description"),
                Arguments.of("language", "not_a_language", "/language"),
                Arguments.of("requesterName", null, "/requesterName"),
                Arguments.of("requesterEmail", "nobody", "/requesterEmail"),
                Arguments.of("nextAt", "soon", "/nextAt"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void what_is_wrong_is_named(String field, Object value, String pointer) {
        Map<String, Object> body = body();
        body.put(field, value);

        Response answer = Api.post(SUPERVISOR, PATH, body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly(pointer);
    }

    private String made(Map<String, Object> body) {
        String id = Api.made(SUPERVISOR, PATH, body).getString("id");
        made.add(id);
        return id;
    }

    private static Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Probe " + UUID.randomUUID());
        body.put("channel", "chat");
        body.put("everyMinutes", 60);
        body.put("subject", "How do I change my address?");
        body.put("description", "I have moved.");
        body.put("requesterName", "Robin Vale");
        return body;
    }

    private static List<Map<String, Object>> runsOf(String probe) {
        return as(SUPERVISOR)
                .get("/api/v1" + PATH + "/" + probe + "/runs")
                .jsonPath()
                .getList("items");
    }

    private static Map<String, Object> only(String probe) {
        List<Map<String, Object>> all = runsOf(probe);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** As the scheduler runs it. */
    private void runInContext() {
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            runs.run();
        } finally {
            context.terminate();
        }
    }
}
