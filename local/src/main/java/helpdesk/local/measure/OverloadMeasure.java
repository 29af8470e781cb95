package helpdesk.local.measure;

import helpdesk.local.console.Console;
import helpdesk.local.console.Table;
import helpdesk.local.demo.HelpdeskApi;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What becomes of requests when five times as many come as can be answered: who is answered, who is refused, and how quickly. */
public final class OverloadMeasure {

    private static final int TICKETS = 100;
    private static final String LIST = "/tickets?limit=" + TICKETS;
    private static final int CLIENTS = 16;
    private static final int TIMES = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int ANSWERED = 200;
    private static final int REFUSED = 503;

    private final HelpdeskApi gateway;
    private final Console console;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    public OverloadMeasure(HelpdeskApi gateway, Console console) {
        this.gateway = gateway;
        this.console = console;
    }

    /** Asks for a list of 100 tickets, for so long as often as can be answered, and for so long five times as often. */
    public void run(Duration lasting) {
        fill();
        HttpRequest list = gateway.reading(LIST);
        Queue<Long> usual = new ConcurrentLinkedQueue<>();
        together(list, WARM_UP, new ConcurrentLinkedQueue<>());
        double capacity = together(list, lasting, usual);
        Flood flood = new Flood(client);
        flood.run(list, capacity * TIMES, lasting);
        Table table = new Table(1, 2, 3, 4).row("a list of 100", "a second", "p50, ms", "p95, ms", "p99, ms");
        row(table, "%d clients".formatted(CLIENTS), capacity, usual);
        double seconds = lasting.toMillis() / 1e3;
        row(table, "offered", (flood.sent() + flood.leftOut()) / seconds, List.of());
        row(table, "sent", flood.sent() / seconds, List.of());
        row(table, "answered", flood.times(ANSWERED).size() / seconds, flood.times(ANSWERED));
        row(table, "refused at once", flood.times(REFUSED).size() / seconds, flood.times(REFUSED));
        row(table, "broken off", flood.failed() / seconds, List.of());
        table.lines().forEach(console::line);
        console.line("  answered of what can be answered: %.0f %%"
                .formatted(100 * flood.times(ANSWERED).size() / seconds / capacity));
    }

    private void fill() {
        int there = gateway.get(LIST).path("items").size();
        for (int i = there; i < TICKETS; i++) {
            gateway.post(
                    "/tickets",
                    Map.of(
                            "subject", "Where is my order %d?".formatted(i),
                            "description", "It should have come yesterday.",
                            "type", "question",
                            "channel", "phone",
                            "requester", Map.of("name", "Ada Example", "email", "ada@measure.example")),
                    null);
        }
    }

    /** Answers a second, to clients that each ask again as soon as they have their answer. */
    private double together(HttpRequest request, Duration lasting, Queue<Long> nanos) {
        long begin = System.nanoTime();
        long end = begin + lasting.toNanos();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(() -> askUntil(request, end, nanos)));
            }
            int answers = 0;
            for (Future<Integer> each : running) {
                answers += each.get();
            }
            return answers * 1e9 / (System.nanoTime() - begin);
        } catch (ExecutionException e) {
            throw new StartFailure("A read failed: " + e.getCause().getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while measuring.", stopped);
        }
    }

    private int askUntil(HttpRequest request, long end, Queue<Long> nanos) throws IOException, InterruptedException {
        int answers = 0;
        while (System.nanoTime() - end < 0) {
            long begin = System.nanoTime();
            if (client.send(request, BodyHandlers.discarding()).statusCode() == ANSWERED) {
                answers++;
                nanos.add(System.nanoTime() - begin);
            }
        }
        return answers;
    }

    private static void row(Table table, String name, double aSecond, Collection<Long> nanos) {
        Percentiles times = new Percentiles(nanos);
        table.row(name, String.format(Locale.ROOT, "%.0f", aSecond), times.at(50), times.at(95), times.at(99));
    }
}
