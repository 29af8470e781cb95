package helpdesk.gateway.stream;

import static helpdesk.gateway.Gateway.as;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.gateway.Gateway;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Streams of bad lines and of slow readers: nothing is missed, nothing comes twice, and nobody else waits. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class StreamEnduranceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CONNECTIONS = 100;
    private static final int EVENTS_A_CONNECTION = 20;

    /** Some 15 MB: more than all buffers on the way hold together. */
    private static final int FLOOD = 10_000;

    private static final Executor THREADS = Thread::startVirtualThread;

    private final String subject = UUID.randomUUID().toString();
    private final String query = "?subject=" + subject;

    @Test
    void who_comes_back_a_hundred_times_misses_nothing_and_gets_nothing_twice() {
        List<Event> events = events(CONNECTIONS * EVENTS_A_CONNECTION);
        List<String> seen = new ArrayList<>();
        Random random = new Random(7);
        String position = end();
        try (EventProbe probe = EventProbe.on("helpdesk.account")) {
            CompletableFuture<Void> publishing = CompletableFuture.completedFuture(null);
            for (int i = 0; i < CONNECTIONS; i++) {
                List<Event> some = events.subList(i * EVENTS_A_CONNECTION, (i + 1) * EVENTS_A_CONNECTION);
                publishing = publishing.thenRunAsync(() -> probe.publish("helpdesk.ticket", some.stream()), THREADS);
                int enough = random.nextInt(2 * EVENTS_A_CONNECTION);
                int left = (i + 1) * EVENTS_A_CONNECTION - seen.size();
                position = readOn(position, Math.min(enough, left), seen);
            }
            publishing.join();
            readOn(position, events.size() - seen.size(), seen);
        }
        assertThat(seen).containsExactlyElementsOf(ids(events));
    }

    @Test
    void who_reads_slowly_keeps_nobody_waiting_and_still_gets_everything() {
        List<Event> events = events(FLOOD);
        try (EventProbe probe = EventProbe.on("helpdesk.account");
                Watcher slow = Watcher.lazy(query + "&after=" + end(), Tokens.of("agent"));
                Watcher quick = Watcher.open(query, Tokens.of("agent"), null)) {
            quick.awaitOpen();
            probe.publish("helpdesk.ticket", events.stream());
            await(quick, FLOOD);
            assertThat(slow.messages()).isEmpty();

            slow.read();

            await(slow, FLOOD);
            assertThat(slow.messages())
                    .extracting(Watcher.Message::eventId)
                    .containsExactlyElementsOf(ids(events))
                    .containsExactlyElementsOf(quick.messages().stream()
                            .map(Watcher.Message::eventId)
                            .toList());
        }
    }

    /** Connects, takes at least so many events, and breaks off in the midst of what comes. */
    private String readOn(String position, int enough, List<String> seen) {
        List<Watcher.Message> messages;
        try (Watcher watcher = Watcher.open(query, Tokens.of("agent"), position)) {
            watcher.awaitOpen();
            await(watcher, enough);
            messages = List.copyOf(watcher.messages());
        }
        messages.forEach(message -> seen.add(message.eventId()));
        return messages.isEmpty() ? position : messages.getLast().id();
    }

    private String end() {
        return as("agent").queryParam("subject", subject).get("/api/v1/events").path("next");
    }

    private List<Event> events(int number) {
        return Stream.generate(() -> Contracts.sample("org.helpdesk.ticket.opened.v1")
                        .again()
                        .with("subject", subject))
                .limit(number)
                .toList();
    }

    private static List<String> ids(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }

    private static void await(Watcher watcher, int messages) {
        Awaitility.await().atMost(PATIENCE).until(() -> watcher.messages().size() >= messages);
    }
}
