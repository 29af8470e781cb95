package helpdesk.local.stack;

import com.sun.net.httpserver.HttpServer;
import helpdesk.local.process.Ports;
import helpdesk.local.process.Programs;
import helpdesk.local.service.ServicePart;
import helpdesk.local.service.ServiceProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A service as small as can be: says that it is ready, or fails at once. Public, because it is started from a jar too. */
public final class FakeService {

    private FakeService() {}

    static ServicePart part(Path folder, int port, String behaviour) {
        return new ServicePart(
                "fake-service",
                Ports.LOOPBACK,
                port,
                List.of(
                        Programs.java().toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        ServiceProcess.mark(folder),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeService.class.getName(),
                        behaviour),
                Map.of("HELPDESK_HTTP_PORT", Integer.toString(port)),
                folder.resolve("fake-service.log"));
    }

    /** @param arguments how to behave; nothing for a service that serves */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("HELPDESK_HTTP_PORT"));
        switch (arguments.length == 0 ? "serve" : arguments[0]) {
            case "serve" -> answer(port, 200, "{\"status\":\"UP\"}");
            case "never-ready" -> answer(port, 503, "{\"status\":\"DOWN\",\"checks\":[\"the database is away\"]}");
            case "fail" -> {
                System.out.println("INFO  Starting");
                System.out.println("ERROR Failed to start: the database is too old");
                System.out.println("\tat some.Frame(Frame.java:1)");
                System.exit(3);
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void answer(int port, int status, String text) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(Ports.LOOPBACK, port), 0);
        server.createContext("/q/health/ready", exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}
