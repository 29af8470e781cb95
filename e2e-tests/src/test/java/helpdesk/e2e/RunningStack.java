package helpdesk.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A stack started as {@code ./helpdesk up} starts it: the same launcher, the same packaged services. One serves all test
 * classes of a run; it ends with the test process.
 */
final class RunningStack {

    static final String ADMIN_PASSWORD = "an-administrator-of-tests";

    private static final Duration START = Duration.ofSeconds(180);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static RunningStack shared;

    private final Path root =
            Path.of(System.getProperty("helpdesk.root", "..")).toAbsolutePath().normalize();
    private final Path data;
    private final int port;
    private final Map<String, String> settings;
    private Process launcher;

    private RunningStack(Path data, int port, Map<String, String> settings) {
        this.data = data;
        this.port = port;
        this.settings = settings;
    }

    /** The stack of this run, started on first use. */
    static synchronized RunningStack shared() {
        if (shared == null) {
            RunningStack stack = fresh();
            stack.start();
            Runtime.getRuntime().addShutdownHook(new Thread(stack::remove));
            shared = stack;
        }
        return shared;
    }

    /** A stack on new data and free ports, not started yet. */
    static RunningStack fresh() {
        return fresh(Map.of());
    }

    /** One with further settings, as an operator makes them: variables of the environment. */
    static RunningStack fresh(Map<String, String> settings) {
        return fresh(port -> settings);
    }

    /** The same where settings depend on the first of its ports. */
    static RunningStack fresh(IntFunction<Map<String, String>> settings) {
        try {
            int port = freePorts();
            return new RunningStack(Files.createTempDirectory("helpdesk-e2e-"), port, settings.apply(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        launcher = run("up", "--data", data.toString(), "--port", Integer.toString(port));
        Awaitility.await("the stack is ready")
                .atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .failFast("the launcher gave up: see " + output(), () -> !launcher.isAlive())
                .until(() -> state().path("ready").asBoolean()
                        && state().path("launcherPid").asLong() == launcher.pid());
    }

    /** Stops as Ctrl-C does, and waits for the end. Returns the exit code. */
    int stop() {
        launcher.destroy();
        return waitFor(launcher);
    }

    /** Runs a command of the launcher to its end. */
    Process command(String... arguments) {
        Process process = run(arguments);
        waitFor(process);
        return process;
    }

    /** Kills a part as the kernel would when memory is short: without a word of warning. */
    void kill(String part) {
        ProcessHandle handle = ProcessHandle.of(pid(part)).orElseThrow();
        handle.destroyForcibly();
        Awaitility.await(part + " is dead").atMost(Duration.ofSeconds(10)).until(() -> !handle.isAlive());
    }

    /** Sends a signal to a part, for example {@code STOP} or {@code CONT}. */
    void signal(String part, String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid(part)))
                    .inheritIO()
                    .start();
            if (waitFor(kill) != 0) {
                throw new IllegalStateException("kill -" + signal + " " + part + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid(String part) {
        for (JsonNode candidate : state().path("parts")) {
            if (candidate.path("name").asText().equals(part)) {
                return candidate.path("pid").asLong();
            }
        }
        throw new IllegalArgumentException("There is no part " + part + " in " + state());
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    /** What the launcher has said so far. */
    Path output() {
        return data.resolveSibling(data.getFileName() + ".out");
    }

    private JsonNode state() {
        Path file = data.resolve("stack.json");
        try {
            return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
        } catch (IOException halfWritten) {
            return JSON.createObjectNode();
        }
    }

    private Process run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-Dhelpdesk.root=" + root,
                "-Dhelpdesk.terminal=false",
                "-cp",
                root.resolve("local/target/classes") + ":" + root.resolve("local/target/lib") + "/*",
                "helpdesk.local.Launcher"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
        builder.environment().put("HELPDESK_ADMIN_PASSWORD", ADMIN_PASSWORD);
        // Those whom webhooks tell are on the same machine.
        builder.environment().put("HELPDESK_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8");
        builder.environment().putAll(settings);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int waitFor(Process process) {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Still running after a minute: " + process.info());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops what runs and removes the data. */
    void remove() {
        if (launcher != null && launcher.isAlive()) {
            stop();
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of eight ports in a row that are free. */
    private static int freePorts() {
        for (int first = 28080; first < 32000; first += 100) {
            if (isFree(first)) {
                return first;
            }
        }
        throw new IllegalStateException("No eight free ports in a row between 28080 and 32000");
    }

    private static boolean isFree(int first) {
        for (int candidate = first; candidate < first + 8; candidate++) {
            try (ServerSocket socket = new ServerSocket(candidate)) {
                socket.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
