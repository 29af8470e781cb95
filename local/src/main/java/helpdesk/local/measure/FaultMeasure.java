package helpdesk.local.measure;

import helpdesk.local.console.Console;
import helpdesk.local.console.Table;
import helpdesk.local.demo.HelpdeskApi;
import helpdesk.local.process.Signals;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Whether reads of one service stay quick while another one is dead, or takes requests and never answers. */
public final class FaultMeasure {

    private static final int READS = 1_000;
    private static final int ASKED_IN_VAIN = 500;
    private static final String OTHER = "/surveys";

    private final HelpdeskApi gateway;
    private final long pid;
    private final Console console;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    /** @param pid of feedback-service, which is stopped and killed */
    public FaultMeasure(HelpdeskApi gateway, long pid, Console console) {
        this.gateway = gateway;
        this.pid = pid;
        this.console = console;
    }

    /** Reads with all well, with feedback-service standing still, and right after it was killed. */
    public void run() {
        String ticket = "/tickets/"
                + gateway.get("/tickets?limit=1")
                        .path("items")
                        .path(0)
                        .path("id")
                        .asText();
        List<String> paths = List.of(ticket);
        Table table = new Table(1, 2, 3, 4).row("a read of a ticket", "p50, ms", "p95, ms", "p99, ms", "longest");
        table.row(Timing.of(gateway, "all well", paths, READS));
        Signals.send(pid, "STOP");
        try {
            askInVain();
            table.row(Timing.of(gateway, "feedback-service hangs", paths, READS));
        } finally {
            Signals.send(pid, "CONT");
        }
        Signals.send(pid, "KILL");
        askInVain();
        table.row(Timing.of(gateway, "feedback-service is dead", paths, READS));
        table.lines().forEach(console::line);
    }

    /** Nobody waits for the answers. */
    private void askInVain() {
        HttpRequest request = gateway.reading(OTHER);
        for (int i = 0; i < ASKED_IN_VAIN; i++) {
            client.sendAsync(request, BodyHandlers.discarding());
        }
    }
}
