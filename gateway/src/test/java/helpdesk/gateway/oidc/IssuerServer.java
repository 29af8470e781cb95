package helpdesk.gateway.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Small real issuers, one at each path. What each publishes is put to its {@code /keys}, how it behaves to its
 * {@code /manner}, and how often it was asked for its keys is at {@code /asked}.
 */
public class IssuerServer implements QuarkusTestResourceLifecycleManager {

    /** The system property that has its address. */
    static final String ADDRESS = "helpdesk.test.issuers";

    static final List<String> ISSUERS =
            List.of("good", "other", "away", "hanging", "dripping", "lying", "huge", "moved");

    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final Map<String, String> manners = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private String address;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        address = "http://localhost:" + server.getAddress().getPort() + "/";
        System.setProperty(ADDRESS, address);
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < ISSUERS.size(); i++) {
            String issuer = "helpdesk.oidc.issuers[" + i + "].";
            settings.put(issuer + "issuer", address + ISSUERS.get(i));
            settings.put(issuer + "audience", "helpdesk-client");
            settings.put(issuer + "roles", "desk-admins=admin, desk-leads=supervisor, desk-agents=agent");
            settings.put(issuer + "roles-claim", ISSUERS.get(i).equals("other") ? "realm_access/roles" : "groups");
        }
        settings.put("helpdesk.oidc.issuers[1].algorithms", "ES256,PS256");
        settings.put("helpdesk.oidc.timeout", "PT0.5S");
        return settings;
    }

    @Override
    public void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", 3);
            String issuer = path[1];
            switch (exchange.getRequestMethod() + " " + path[2]) {
                case "PUT keys" -> keys.put(issuer, body(exchange));
                case "PUT manner" -> manners.put(issuer, body(exchange));
                case "GET asked" ->
                    send(exchange, 200, String.valueOf(asked(issuer).get()));
                case "GET .well-known/openid-configuration" -> discovery(exchange, issuer);
                case "GET keys" -> {
                    asked(issuer).incrementAndGet();
                    publish(exchange, issuer);
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void discovery(HttpExchange exchange, String issuer) throws IOException {
        String named = manners.getOrDefault(issuer, issuer).equals("lying") ? "good" : issuer;
        send(
                exchange,
                200,
                "{\"issuer\":\"%s%s\",\"jwks_uri\":\"%s%s/keys\"}".formatted(address, named, address, issuer));
    }

    private void publish(HttpExchange exchange, String issuer) throws IOException, InterruptedException {
        switch (manners.getOrDefault(issuer, issuer)) {
            case "away" -> send(exchange, 503, "");
            case "hanging" -> end.await(30, TimeUnit.SECONDS);
            case "dripping" -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                end.await(30, TimeUnit.SECONDS);
            }
            case "huge" -> send(exchange, 200, "{\"keys\":[],\"more\":\"" + "x".repeat(1_000_000) + "\"}");
            case "moved" -> {
                exchange.getResponseHeaders().add("Location", address + "good/keys");
                exchange.sendResponseHeaders(302, -1);
            }
            case "empty" -> send(exchange, 200, "{\"keys\":[]}");
            case "nonsense" -> send(exchange, 200, "<html>Welcome</html>");
            default -> send(exchange, 200, keys.getOrDefault(issuer, "{\"keys\":[]}"));
        }
    }

    private AtomicInteger asked(String issuer) {
        return asked.computeIfAbsent(issuer, name -> new AtomicInteger());
    }

    private static String body(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(204, -1);
        return body;
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
