package helpdesk.notification.webhook;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/** Another system that is told of events: takes what it gets, or does not, as a test wants. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile HttpHandler answer;

    private Receiver(HttpServer server) {
        this.server = server;
        answer(204);
    }

    static Receiver open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Receiver receiver = new Receiver(server);
            server.createContext("/", receiver::take);
            server.setExecutor(receiver.threads);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    /** Answers all that comes so. */
    void answer(int status, String... header) {
        answer = exchange -> {
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().add(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Answers all that comes so. */
    void answer(HttpHandler another) {
        answer = another;
    }

    /** What came, in its order. */
    List<Message> messages() {
        return List.copyOf(messages);
    }

    /** Waits for so many, and gives them. */
    List<Message> await(int count) {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::messages, came -> came.size() >= count);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            messages.add(new Message(Map.copyOf(exchange.getRequestHeaders()), body));
            answer.handle(exchange);
        }
    }

    /** What came. */
    record Message(Map<String, List<String>> headers, String body) {

        String id() {
            return headers.get("Webhook-id").getFirst();
        }

        String signatures() {
            return headers.get("Webhook-signature").getFirst();
        }

        JsonPath json() {
            return JsonPath.from(body);
        }

        /** Fails unless it is signed with this secret, as the public library of the specification sees it. */
        void verify(String secret) {
            Map<String, List<String>> small = new HashMap<>();
            headers.forEach((name, values) -> small.put(name.toLowerCase(Locale.ROOT), values));
            try {
                new com.standardwebhooks.Webhook(secret).verify(body, small);
            } catch (EmptyWebhookSecretException | WebhookVerificationException e) {
                throw new AssertionError(e);
            }
        }
    }
}
