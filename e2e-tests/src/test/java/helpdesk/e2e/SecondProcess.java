package helpdesk.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Another process of a part that runs, started in the same way, at another port. */
final class SecondProcess {

    private static final Duration START = Duration.ofSeconds(120);

    private final RunningStack stack;
    private final String part;
    private final int port;
    private Process process;

    SecondProcess(RunningStack stack, String part, int port) {
        this.stack = stack;
        this.part = part;
        this.port = port;
    }

    /** A port that nobody uses now. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void start() throws IOException {
        Path running = Path.of("/proc", Long.toString(stack.pid(part)));
        ProcessBuilder builder = new ProcessBuilder(words(running.resolve("cmdline")));
        Map<String, String> environment = builder.environment();
        environment.clear();
        for (String variable : words(running.resolve("environ"))) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        environment.put("HELPDESK_HTTP_PORT", Integer.toString(port));
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        stack.data().resolve(part + "-2.log").toFile()));
        process = builder.start();
        Awaitility.await(part + " is ready at " + port)
                .atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .failFast("it ended", () -> !process.isAlive())
                .until(() -> isReady(port));
    }

    /** Tells it to stop. */
    void terminate() {
        process.destroy();
    }

    int port() {
        return port;
    }

    /** As an operator stops it, who waits for the end. */
    void stop() throws InterruptedException {
        terminate();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(part + " did not end within a minute");
        }
    }

    void remove() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    static boolean isReady(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://localhost:" + port + "/q/health/ready");
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> words(Path file) throws IOException {
        return List.of(Files.readString(file, StandardCharsets.UTF_8).split("\0"));
    }
}
