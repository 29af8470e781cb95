package helpdesk.platform.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** Publishes what is put to it, as the gateway publishes its keys; nothing, until something is put. */
public class KeyServer implements QuarkusTestResourceLifecycleManager {

    /** The system property that has its address. */
    static final String ADDRESS = "helpdesk.test.keys";

    private HttpServer server;
    private volatile byte[] published = {};

    /** After the one whose setting it replaces. */
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
        server.createContext("/keys", this::answer);
        server.start();
        String address = "http://localhost:" + server.getAddress().getPort() + "/keys";
        System.setProperty(ADDRESS, address);
        return Map.of("mp.jwt.verify.publickey.location", address);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("PUT")) {
                published = exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(204, -1);
            } else if (published.length == 0) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                exchange.sendResponseHeaders(200, published.length);
                exchange.getResponseBody().write(published);
            }
        }
    }
}
