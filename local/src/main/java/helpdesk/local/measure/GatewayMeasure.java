package helpdesk.local.measure;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.local.console.Console;
import helpdesk.local.console.Table;
import helpdesk.local.demo.HelpdeskApi;
import helpdesk.local.process.StartFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the gateway costs: the same read at the service and through the gateway, in turn, so that whatever else the machine does
 * slows both down.
 */
public final class GatewayMeasure {

    private static final int WARM_UP = 500;
    private static final int CLIENTS = 16;
    private static final Duration TURN = Duration.ofSeconds(3);

    private final HelpdeskApi gateway;
    private final HelpdeskApi service;
    private final Console console;

    /** @param service ticket-service directly */
    public GatewayMeasure(HelpdeskApi gateway, HelpdeskApi service, Console console) {
        this.gateway = gateway;
        this.service = service;
        this.console = console;
    }

    /**
     * Asks, and shows a table.
     *
     * @param reads one after the other, at each
     * @param rounds of reads by many clients together, at each
     */
    public void run(int reads, int rounds) {
        String path = "/tickets/" + ticket();
        alternate(path, WARM_UP);
        long[][] nanos = alternate(path, reads);
        double[] atService = new double[rounds];
        double[] throughGateway = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            atService[i] = throughput(service, path);
            throughGateway[i] = throughput(gateway, path);
        }
        Table table = new Table(1, 2, 3, 4).row("a read", "at the service", "through the gateway", "more", "ratio");
        for (int percent : new int[] {50, 95, 99}) {
            double direct = at(nanos[0], percent);
            double indirect = at(nanos[1], percent);
            table.row(
                    "p%d, ms".formatted(percent),
                    number("%.2f", direct),
                    number("%.2f", indirect),
                    number("%.2f", indirect - direct),
                    number("%.2f", indirect / direct));
        }
        double direct = median(atService);
        double indirect = median(throughGateway);
        table.row(
                "a second, %d clients".formatted(CLIENTS),
                number("%.0f", direct),
                number("%.0f", indirect),
                "",
                number("%.2f", indirect / direct));
        table.lines().forEach(console::line);
    }

    private String ticket() {
        JsonNode some = gateway.get("/tickets?limit=1").path("items").path(0).path("id");
        if (!some.isMissingNode()) {
            return some.asText();
        }
        Map<String, Object> ticket = Map.of(
                "subject", "Where is my order?",
                "description", "It should have come yesterday.",
                "type", "question",
                "channel", "phone",
                "requester", Map.of("name", "Ada Example", "email", "ada@measure.example"));
        return gateway.post("/tickets", ticket, null).path("id").asText();
    }

    /** How long each took: those at the service, and those through the gateway. */
    private long[][] alternate(String path, int reads) {
        long[][] nanos = new long[2][reads];
        for (int i = 0; i < reads; i++) {
            nanos[0][i] = time(service, path);
            nanos[1][i] = time(gateway, path);
        }
        Arrays.sort(nanos[0]);
        Arrays.sort(nanos[1]);
        return nanos;
    }

    private static long time(HelpdeskApi api, String path) {
        long begin = System.nanoTime();
        api.get(path);
        return System.nanoTime() - begin;
    }

    /** Reads a second, by clients that each read again as soon as they have their answer. */
    private static double throughput(HelpdeskApi api, String path) {
        long begin = System.nanoTime();
        long end = begin + TURN.toNanos();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(() -> readUntil(api, path, end)));
            }
            int reads = 0;
            for (Future<Integer> client : running) {
                reads += client.get();
            }
            return reads * 1e9 / (System.nanoTime() - begin);
        } catch (ExecutionException e) {
            throw new StartFailure("A read failed: " + e.getCause().getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while measuring.", stopped);
        }
    }

    private static int readUntil(HelpdeskApi api, String path, long end) {
        int reads = 0;
        while (System.nanoTime() - end < 0) {
            api.get(path);
            reads++;
        }
        return reads;
    }

    private static double at(long[] sorted, int percent) {
        return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1] / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
