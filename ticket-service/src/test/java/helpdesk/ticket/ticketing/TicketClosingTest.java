package helpdesk.ticket.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Statements;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;

/** What stayed resolved for four days is closed. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TicketClosingTest {

    private static final Duration FOUR_DAYS = Duration.ofDays(4);

    @Inject
    TicketClosing closing;

    @Inject
    MovableClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_resolved_ticket_is_closed_after_four_days_and_not_before() {
        String id = resolved();

        clock.move(FOUR_DAYS.minusMinutes(1));
        closing.closeDue();
        assertThat(Api.read(id).getString("status")).isEqualTo("resolved");

        clock.move(Duration.ofMinutes(1));
        closing.closeDue();
        assertThat(Api.read(id).getString("status")).isEqualTo("closed");
    }

    @Test
    void closing_is_told_and_written_down() {
        String id = resolved();
        int version = Api.read(id).getInt("version");
        clock.move(FOUR_DAYS);

        closing.closeDue();

        try (EventProbe probe = EventProbe.on("helpdesk.ticket")) {
            Event closed = probe.await("org.helpdesk.ticket.closed.v1", id);
            Contracts.assertFits(closed);
            assertThat(closed.sequence()).isEqualTo(version + 1);
            assertThat(closed.attributes()).containsEntry("actor", "system:close-resolved");
        }
        Map<String, Object> last = Api.agent()
                .get("/api/v1/tickets/" + id + "/history?limit=100")
                .jsonPath()
                .getMap("items[-1]");
        assertThat(last)
                .containsEntry("actor", "system:close-resolved")
                .containsEntry("cause", "ticket.closed")
                .containsEntry("from", "resolved")
                .containsEntry("to", "closed");
    }

    @Test
    void what_was_reopened_starts_anew() {
        String id = resolved();
        clock.move(Duration.ofDays(3));
        Api.changed(id, Map.of("status", "open"));
        Api.changed(id, Map.of("status", "resolved"));

        clock.move(Duration.ofDays(3));
        closing.closeDue();

        assertThat(Api.read(id).getString("status")).isEqualTo("resolved");
    }

    @Test
    void what_is_not_resolved_stays_as_it_is() {
        String pending = Api.openedId();
        Api.changed(pending, Map.of("status", "pending"));
        clock.move(Duration.ofDays(400));

        closing.closeDue();

        assertThat(Api.read(pending).getString("status")).isEqualTo("pending");
    }

    @Test
    void two_closers_at_once_close_each_ticket_once() throws Exception {
        UUID agent = Given.agent();
        List<String> ids = Stream.generate(Api::openedId).limit(20).toList();
        ids.forEach(id -> Api.resolved(id, agent));
        clock.move(FOUR_DAYS);
        CyclicBarrier barrier = new CyclicBarrier(2);
        Callable<Void> close = () -> {
            barrier.await();
            inRequestContext(closing::closeDue);
            return null;
        };

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Void> done : threads.invokeAll(List.of(close, close))) {
                done.get();
            }
        }
        closing.closeDue();

        for (String id : ids) {
            assertThat(Api.agent()
                            .get("/api/v1/tickets/" + id + "/history?limit=100")
                            .jsonPath()
                            .getList("items.findAll { it.cause == 'ticket.closed' }"))
                    .hasSize(1);
        }
    }

    @Test
    void one_statement_claims_all_that_are_due() {
        closing.closeDue();
        resolved();
        resolved();
        clock.move(FOUR_DAYS);

        List<String> statements = Statements.during(closing::closeDue);

        // Two tickets, each with its update, event and history, and nothing that is read but the claims.
        assertThat(statements.stream().filter(sql -> sql.startsWith("select")))
                .allMatch(sql -> sql.contains("resolved_at<"));
    }

    private static String resolved() {
        String id = Api.openedId();
        Api.resolved(id, Given.agent());
        return id;
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
