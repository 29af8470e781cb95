package helpdesk.local.measure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Other systems on this machine that are told of events: those that take what they are told, and one that never answers. */
final class MeasuredReceivers implements AutoCloseable {

    private static final int NO_CONTENT = 204;

    private final Set<String> arrived = ConcurrentHashMap.newKeySet();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    MeasuredReceivers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/takes/", this::take);
        server.createContext("/hangs", this::hang);
        server.setExecutor(threads);
        server.start();
    }

    /** The address of one that takes everything. */
    String taking(int number) {
        return address() + "/takes/" + number;
    }

    /** The address of the one that never answers. */
    String hanging() {
        return address() + "/hangs";
    }

    /** How many different messages have been taken. */
    int arrived() {
        return arrived.size();
    }

    void forget() {
        arrived.clear();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            arrived.add(exchange.getRequestHeaders().getFirst("webhook-id"));
        }
    }

    private void hang(HttpExchange exchange) {
        try (exchange) {
            end.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
