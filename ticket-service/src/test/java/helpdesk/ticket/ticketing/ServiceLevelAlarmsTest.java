package helpdesk.ticket.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Statements;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goals and promises that pass are told, each once. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ServiceLevelAlarmsTest {

    private static final Duration GOAL = Duration.ofHours(8);
    private static final Duration BETWEEN = Duration.ofHours(2);

    @Inject
    ServiceLevelAlarms alarms;

    @Inject
    MovableClock clock;

    /** What other tests left behind is told first. */
    @BeforeEach
    void settle() {
        alarms.tellDue();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_goal_is_a_warning_and_a_promise_a_breach_and_each_is_told_once() {
        String id = Api.openedId();

        clock.move(GOAL.minusSeconds(5));
        alarms.tellDue();
        assertThat(told(id, "firstReply")).isEmpty();
        clock.move(Duration.ofSeconds(10));
        alarms.tellDue();
        alarms.tellDue();
        assertThat(told(id, "firstReply")).containsExactly("warned");
        clock.move(BETWEEN);
        alarms.tellDue();
        alarms.tellDue();
        assertThat(told(id, "firstReply")).containsExactly("warned", "breached");

        assertThat(Api.clocks(Api.read(id)))
                .anySatisfy(state -> assertThat(state).contains("firstReply", "breached"));
    }

    @Test
    void what_is_told_fits_its_schema_and_names_who_has_the_ticket() {
        UUID worker = Given.agent();
        String id = Api.openedId();
        Api.changed(id, Map.of("assigneeId", worker));
        int version = Api.read(id).getInt("version");
        clock.move(GOAL.plusSeconds(5));
        alarms.tellDue();
        clock.move(BETWEEN);
        alarms.tellDue();

        try (EventProbe probe = EventProbe.on("helpdesk.ticket")) {
            Event breached = probe.await(event -> event.subject().equals(id)
                    && event.type().equals("org.helpdesk.ticket.sla-breached.v1")
                    && event.data().path("metric").asText().equals("firstReply"));
            Event warned = probe.await("org.helpdesk.ticket.sla-warning.v1", id);
            Contracts.assertFits(breached);
            Contracts.assertFits(warned);
            assertThat(warned.attributes()).containsEntry("actor", "system:service-level");
            assertThat(warned.data().path("metric").asText()).isEqualTo("firstReply");
            assertThat(warned.data().path("assignee").path("id").asText()).isEqualTo(worker.toString());
            // The breach of the acknowledgement, the warning, and the breach of the reply.
            assertThat(breached.sequence()).isEqualTo(version + 3);
        }
        JsonPath last = Api.get("/tickets/" + id + "/history?limit=100").jsonPath();
        assertThat(last.<String, Object>getMap("items[-1]"))
                .containsEntry("actor", "system:service-level")
                .containsEntry("cause", "ticket.sla-breached")
                .containsEntry("field", "serviceLevel.firstReply")
                .containsEntry("to", "breached");
    }

    @Test
    void what_is_told_is_no_change_that_lists_show_or_writers_must_know() {
        String id = Api.openedId();
        String tag = Api.tag(id);
        String updatedAt = Api.read(id).getString("updatedAt");
        clock.move(GOAL.plusSeconds(5));
        alarms.tellDue();

        assertThat(Api.read(id).getString("updatedAt")).isEqualTo(updatedAt);
        assertThat(Api.patch(Tokens.of("agent"), id, tag, Map.of("priority", "high"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_ticket_that_waits_for_months_is_not_late() {
        String id = Api.openedId();
        clock.move(Duration.ofHours(1));
        Api.changed(id, Map.of("status", "pending", "assigneeId", Given.agent()));
        clock.move(Duration.ofDays(120));
        alarms.tellDue();
        assertThat(told(id, "firstReply")).isEmpty();

        Api.changed(id, Map.of("status", "open"));
        clock.move(GOAL.minusHours(1).minusSeconds(30));
        alarms.tellDue();
        assertThat(told(id, "firstReply")).isEmpty();
        clock.move(Duration.ofMinutes(1));
        alarms.tellDue();
        assertThat(told(id, "firstReply")).containsExactly("warned");
    }

    @Test
    void what_was_done_in_time_is_not_told() {
        String id = Api.openedId();
        reply(id);

        clock.move(GOAL.plus(BETWEEN).plusHours(1));
        alarms.tellDue();

        assertThat(told(id, "acknowledgement")).isEmpty();
        assertThat(told(id, "firstReply")).isEmpty();
    }

    @Test
    void what_was_late_while_nobody_was_there_to_tell_is_told_afterwards_without_a_warning() {
        String late = Api.openedId();
        String answered = Api.openedId();
        clock.move(GOAL.plus(BETWEEN).plusHours(1));
        reply(answered);
        Api.changed(late, Map.of("status", "pending", "assigneeId", Given.agent()));

        alarms.tellDue();
        alarms.tellDue();

        assertThat(told(late, "firstReply")).containsExactly("breached");
        assertThat(told(answered, "firstReply")).containsExactly("breached");
    }

    @Test
    void many_tellers_at_once_tell_each_once() throws Exception {
        List<String> ids = Stream.generate(Api::openedId).limit(40).toList();
        clock.move(GOAL.plus(BETWEEN).plusSeconds(5));
        CyclicBarrier barrier = new CyclicBarrier(4);
        Callable<Void> tell = () -> {
            barrier.await();
            inRequestContext(alarms::tellDue);
            return null;
        };

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(4, tell))) {
                done.get();
            }
        }
        alarms.tellDue();

        for (String id : ids) {
            assertThat(told(id, "acknowledgement")).as(id).containsExactly("breached");
            assertThat(told(id, "firstReply")).as(id).containsExactly("breached");
        }
    }

    @Test
    void a_batch_is_found_held_and_read_with_four_statements() {
        clock.move(Duration.ofDays(10));
        alarms.tellDue();
        Stream.generate(Api::openedId).limit(5).toList();
        clock.move(Duration.ofSeconds(35));

        List<String> statements = Statements.during(alarms::tellDue);

        assertThat(statements.stream().filter(sql -> sql.startsWith("select"))).hasSize(4);
    }

    private static void reply(String id) {
        Api.comment(Tokens.of(Given.agent(), "agent"), id, Map.of("body", "On my way."))
                .then()
                .statusCode(201);
    }

    /** What the ticket's clock of the metric has told, in order. */
    private static List<String> told(String id, String metric) {
        return Api.get("/tickets/" + id + "/history?limit=100")
                .jsonPath()
                .getList("items.findAll { it.field == 'serviceLevel." + metric + "' }.to");
    }

    private static void inRequestContext(Runnable work) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            work.run();
        } finally {
            request.terminate();
        }
    }
}
