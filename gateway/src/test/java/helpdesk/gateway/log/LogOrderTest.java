package helpdesk.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.gateway.Gateway;
import helpdesk.platform.inbox.IncomingEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What the lock around the append is for: several writers, and a reader that never looks back. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class LogOrderTest {

    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 40;

    @Inject
    LogAppender appender;

    @Inject
    EventLog log;

    @Test
    void positions_become_visible_in_their_order_whoever_commits_when() throws Exception {
        String subject = UUID.randomUUID().toString();
        EventFilter filter = EventFilter.of(null, subject, true);
        AtomicBoolean done = new AtomicBoolean();
        List<Long> read = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            Future<?> reader = threads.submit(() -> {
                boolean last;
                do {
                    last = done.get();
                    long after = read.isEmpty() ? 0 : read.getLast();
                    log.after(after, filter, 1_000).forEach(event -> read.add(event.position()));
                } while (!last);
            });
            List<Callable<Void>> writers = java.util.Collections.nCopies(WRITERS, () -> {
                for (int i = 0; i < TRANSACTIONS; i++) {
                    QuarkusTransaction.requiringNew().run(() -> {
                        appender.append(event(subject));
                        appender.append(event(subject));
                    });
                }
                return null;
            });
            List<Future<Void>> written = threads.invokeAll(writers);
            done.set(true);
            reader.get();
            for (Future<Void> writer : written) {
                writer.get();
            }
        }
        assertThat(read).hasSize(2 * WRITERS * TRANSACTIONS).isSorted().doesNotHaveDuplicates();
    }

    private static IncomingEvent event(String subject) {
        String id = UUID.randomUUID().toString();
        Map<String, String> attributes =
                Map.of("specversion", "1.0", "id", id, "source", "/test", "type", "org.example.x", "subject", subject);
        return new IncomingEvent(
                id,
                "/test",
                "org.example.x",
                subject,
                Instant.now(),
                Instant.now(),
                -1,
                id,
                null,
                null,
                attributes,
                "{}".getBytes(StandardCharsets.UTF_8));
    }
}
