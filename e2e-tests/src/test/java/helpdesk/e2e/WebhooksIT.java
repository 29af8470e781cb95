package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule has another system told: each time, though the service that tells dies while it does. */
class WebhooksIT {

    private static final int TICKETS = 40;
    private static final String WEBHOOKS = "/api/v1/webhooks";

    /** What was under way when a process died is taken from it after a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final String tag = "t-" + UUID.randomUUID();
    private final RunningStack stack = RunningStack.shared();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Set<String>> ticketsByMessage = new ConcurrentHashMap<>();
    private final Map<String, Integer> arrivals = new ConcurrentHashMap<>();

    /** The first ones are not answered: they are under way when the process dies. */
    private final AtomicInteger unanswered = new AtomicInteger(3);

    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer other;
    private Api admin;

    @BeforeEach
    void begin() throws IOException {
        admin = Api.admin(stack);
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", this::take);
        other.setExecutor(threads);
        other.start();
    }

    @AfterEach
    void end() {
        end.countDown();
        other.stop(0);
        threads.shutdownNow();
    }

    @Test
    void each_is_told_though_the_service_dies_and_known_again_by_its_id() {
        String webhook = json(
                        201,
                        admin.post(
                                WEBHOOKS,
                                Map.of(
                                        "url",
                                        "http://127.0.0.1:" + other.getAddress().getPort() + "/",
                                        "events",
                                        List.of("com.example.nothing"))))
                .getString("id");
        String rule = json(
                        201,
                        admin.post(
                                "/api/v1/rules",
                                Map.of(
                                        "kind",
                                        "trigger",
                                        "name",
                                        "For " + tag,
                                        "on",
                                        List.of("opened"),
                                        "conditions",
                                        List.of(Map.of("field", "tag", "in", List.of(tag))),
                                        "actions",
                                        List.of(Map.of("webhook", webhook)))))
                .getString("id");
        Set<String> tickets =
                IntStream.range(0, TICKETS).mapToObj(i -> opened()).collect(Collectors.toSet());
        Awaitility.await("some have come").atMost(PATIENCE).until(() -> ticketsByMessage.size() > 5);
        stack.kill("notification-service");

        admin.await(
                PATIENCE,
                "all are taken",
                WEBHOOKS + "/" + webhook + "/deliveries?limit=100&state=delivered",
                page -> page.getList("items").size() == TICKETS);
        assertThat(ticketsByMessage).hasSize(TICKETS);
        assertThat(ticketsByMessage.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
                .isEqualTo(tickets);
        assertThat(arrivals.values())
                .as("what was under way comes again, with its id")
                .contains(2);
        json(200, admin.patch("/api/v1/rules/" + rule, Map.of("active", false)));
        json(200, admin.patch(WEBHOOKS + "/" + webhook, Map.of("enabled", false)));
    }

    private String opened() {
        return json(
                        201,
                        admin.post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject", "Slow",
                                        "description", "Everything is slow.",
                                        "channel", "email",
                                        "tags", List.of(tag),
                                        "requester", Map.of("email", "amara-" + UUID.randomUUID() + "@example.org"))))
                .getString("id");
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            ticketsByMessage
                    .computeIfAbsent(id, key -> ConcurrentHashMap.newKeySet())
                    .add(JsonPath.from(body).getString("data.ticketId"));
            arrivals.merge(id, 1, Integer::sum);
            if (unanswered.getAndDecrement() > 0) {
                end.await();
            }
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
