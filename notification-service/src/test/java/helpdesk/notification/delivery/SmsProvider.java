package helpdesk.notification.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;

/** A provider of text messages: it answers one after the other, and then what it answered last. */
final class SmsProvider implements AutoCloseable {

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Duration wish;

    private SmsProvider(int... answers) throws IOException {
        URI url = URI.create(ConfigProvider.getConfig().getValue("helpdesk.sms.url", String.class));
        server = HttpServer.create(new InetSocketAddress(url.getHost(), url.getPort()), 0);
        server.createContext(url.getPath(), exchange -> answer(exchange, answers));
        server.start();
    }

    static SmsProvider open(int... answers) {
        try {
            return new SmsProvider(answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells with each answer how long it wants to be left alone. */
    SmsProvider wishing(Duration pause) {
        wish = pause;
        return this;
    }

    /** Those about a message. */
    List<Request> requests(String message) {
        return requests.stream()
                .filter(request -> message.equals(request.key()))
                .toList();
    }

    private void answer(HttpExchange exchange, int... answers) throws IOException {
        requests.add(new Request(
                System.nanoTime(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (wish != null) {
            exchange.getResponseHeaders().set("Retry-After", Long.toString(wish.toSeconds()));
        }
        exchange.sendResponseHeaders(answers[Math.min(requests.size(), answers.length) - 1], -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** What came, and when, by the clock of the JVM. */
    record Request(long nanos, String key, String authorization, String body) {}
}
