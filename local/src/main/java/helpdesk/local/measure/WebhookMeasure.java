package helpdesk.local.measure;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.local.console.Console;
import helpdesk.local.console.Table;
import helpdesk.local.demo.HelpdeskApi;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Has several other systems told of many events, now with one more that takes the connection and never answers, now without it, and
 * tells how long it took until all the others had been told all.
 */
public final class WebhookMeasure {

    /** Those that answer. */
    private static final int RECEIVERS = 4;

    private static final int BATCH = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final HelpdeskApi api;
    private final Console console;
    private final String type = "com.example.measured-" + UUID.randomUUID();

    /** @param api for the administrator, at the gateway */
    public WebhookMeasure(HelpdeskApi api, Console console) {
        this.api = api;
        this.console = console;
    }

    /**
     * Measures and shows a table.
     *
     * @param deliveries in each round, to those that answer
     */
    public void run(int deliveries, int rounds) {
        List<String> made = new ArrayList<>();
        try (MeasuredReceivers receivers = new MeasuredReceivers()) {
            try {
                IntStream.range(0, RECEIVERS).forEach(i -> made.add(webhook(receivers.taking(i))));
                round(receivers, BATCH * RECEIVERS);
                Table table = new Table(1, 2, 3)
                        .row("%,d deliveries".formatted(deliveries), "without", "one hangs", "times as long");
                double allWithout = 0;
                double allWith = 0;
                for (int round = 1; round <= rounds; round++) {
                    double without = round(receivers, deliveries);
                    String hanging = webhook(receivers.hanging());
                    made.add(hanging);
                    double with = round(receivers, deliveries);
                    remove(hanging);
                    made.remove(hanging);
                    row(table, "round " + round, without, with);
                    allWithout += without;
                    allWith += with;
                }
                row(table, "together", allWithout, allWith);
                table.lines().forEach(console::line);
            } finally {
                made.forEach(this::remove);
            }
        } catch (IOException e) {
            throw new StartFailure("No port could be opened on this machine: " + e.getMessage(), e);
        }
    }

    private static void row(Table table, String name, double without, double with) {
        table.row(
                name,
                String.format(Locale.ROOT, "%.2f s", without),
                String.format(Locale.ROOT, "%.2f s", with),
                String.format(Locale.ROOT, "%.2f", with / without));
    }

    /** @return the seconds from the first event until the last delivery */
    private double round(MeasuredReceivers receivers, int deliveries) {
        receivers.forget();
        int events = deliveries / RECEIVERS;
        long begin = System.nanoTime();
        for (int sent = 0; sent < events; sent += BATCH) {
            api.publish(IntStream.range(0, Math.min(BATCH, events - sent))
                    .mapToObj(i -> event())
                    .toList());
        }
        while (receivers.arrived() < events * RECEIVERS) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new StartFailure(
                        "Only %,d of %,d deliveries came within %d minutes: './helpdesk logs' tells more."
                                .formatted(receivers.arrived(), events * RECEIVERS, PATIENCE.toMinutes()));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private Map<String, ?> event() {
        return Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID().toString(),
                "source",
                "/measure",
                "type",
                type,
                "datacontenttype",
                "application/json",
                "data",
                Map.of("value", 1));
    }

    private String webhook(String url) {
        JsonNode webhook = api.post("/webhooks", Map.of("url", url, "events", List.of(type)), null);
        return webhook.path("id").asText();
    }

    private void remove(String webhook) {
        api.delete("/webhooks/" + webhook);
    }
}
