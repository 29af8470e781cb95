package helpdesk.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Small real servers in the place of services: ticket-service answers in every way that matters to a proxy,
 * customer-service cannot be reached, feedback-service accepts connections and says nothing, notification-service has one
 * connection only.
 */
public final class Backends {

    private static final String PORTS = "helpdesk.test.backends";

    private Backends() {}

    static Map<String, String> addresses() {
        synchronized (System.getProperties()) {
            if (System.getProperty(PORTS) == null) {
                System.setProperty(PORTS, ticket() + "," + closedPort() + "," + silent());
            }
        }
        String[] ports = System.getProperty(PORTS).split(",");
        // Those that cannot be reached shall be asked each time.
        return Map.of(
                "helpdesk.proxy.failures", "1000000",
                "helpdesk.proxy.services.ticket-service", "http://localhost:" + ports[0],
                "helpdesk.proxy.services.customer-service", "http://localhost:" + ports[1],
                "helpdesk.proxy.services.feedback-service", "http://localhost:" + ports[2],
                "helpdesk.proxy.services.notification-service", "http://localhost:" + ports[2],
                "helpdesk.proxy.response-timeout", "PT1.5S",
                "helpdesk.proxy.idle-timeout", "PT1.5S",
                "helpdesk.proxy.upload-timeout", "PT4S",
                "helpdesk.proxy.connections", "4",
                "helpdesk.proxy.queue", "4");
    }

    private static int ticket() {
        AtomicInteger resets = new AtomicInteger();
        HttpServer server = Vertx.vertx()
                .createHttpServer(new HttpServerOptions().setMaxHeaderSize(32 * 1024))
                .requestHandler(request -> {
                    String[] path = request.path().split("/");
                    switch (path[path.length - 1]) {
                        case "attachments" -> upload(request, path[path.length - 2]);
                        case "content", "ticket-export" -> FileBackend.answer(request);
                        case "slow" -> request.pause();
                        case "reset" -> request.connection().close();
                        case "reset-once" -> {
                            if (resets.getAndIncrement() % 2 == 0) {
                                request.connection().close();
                            } else {
                                request.response().end("second");
                            }
                        }
                        case "break" -> breakOff(request);
                        case "stream" -> {
                            request.response().setChunked(true);
                            stream(request, 0);
                        }
                        case "big" -> request.response().end(Buffer.buffer(new byte[5 * 1024 * 1024]));
                        case "long" ->
                            request.response()
                                    .putHeader("Content-Type", "application/json")
                                    .end("[" + "\"the same again and again\",".repeat(1_000) + "\"\"]");
                        case "packed" ->
                            request.response()
                                    .putHeader("Content-Type", "application/json")
                                    .putHeader("Content-Encoding", "br")
                                    .end(Buffer.buffer(new byte[4_096]));
                        case "created" ->
                            request.response()
                                    .setStatusCode(201)
                                    .putHeader("Location", "http://" + request.getHeader("Host") + "/api/v1/tickets/7")
                                    .putHeader("X-Request-Id", request.getHeader("X-Request-Id"))
                                    .putHeader("Deprecation", "@1793491200")
                                    .putHeader("Sunset", "Fri, 05 Feb 2027 00:00:00 GMT")
                                    .putHeader("Link", "</docs/#/Tickets>; rel=\"deprecation\"")
                                    .putHeader("Connection", "X-Hop")
                                    .putHeader("X-Hop", "1")
                                    .end();
                        case "ready" -> ready(request);
                        default -> echo(request);
                    }
                });
        return server.listen(0).toCompletionStage().toCompletableFuture().join().actualPort();
    }

    private static void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            JsonObject headers = new JsonObject();
            request.headers()
                    .forEach((name, value) -> headers.put(
                            name.toLowerCase(Locale.ROOT),
                            request.headers().getAll(name).size() > 1
                                    ? new JsonArray(request.headers().getAll(name))
                                    : value));
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(new JsonObject()
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("headers", headers)
                            .put("length", body.length())
                            .put("body", body.length() > 1000 ? "" : body.toString())
                            .encode());
        });
    }

    /** Takes a file in the way its ticket is called: not at all, without reading it, or counting its bytes. */
    private static void upload(HttpServerRequest request, String ticket) {
        switch (ticket) {
            case "stuck" -> request.pause();
            case "refusing" -> {
                request.pause();
                request.response().setStatusCode(403).end("not yours");
            }
            default -> {
                AtomicLong length = new AtomicLong();
                request.handler(buffer -> length.addAndGet(buffer.length()));
                request.endHandler(end -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .setStatusCode(201)
                        .end(new JsonObject().put("length", length.get()).encode()));
            }
        }
    }

    private static void breakOff(HttpServerRequest request) {
        request.response().putHeader("Content-Length", "1000").write("only this");
        request.connection().close();
    }

    private static void stream(HttpServerRequest request, int part) {
        request.response().write("part " + part + "\n").onSuccess(written -> {
            if (part < 20) {
                stream(request, part + 1);
            } else {
                request.response().end();
            }
        });
    }

    private static void ready(HttpServerRequest request) {
        request.response().putHeader("Content-Type", "application/json").end("""
                        {"status":"UP","checks":[{"name":"service","status":"UP",
                         "data":{"name":"ticket-service","version":"1.2.3"}}]}""");
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Accepts connections and never answers. */
    private static int silent() {
        HttpServer server = Vertx.vertx().createHttpServer().requestHandler(HttpServerRequest::pause);
        return server.listen(0).toCompletionStage().toCompletableFuture().join().actualPort();
    }
}
