package helpdesk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import helpdesk.local.process.Ports;
import helpdesk.local.process.Programs;
import helpdesk.local.process.Signals;
import helpdesk.local.stack.PortPlan;
import helpdesk.local.stack.StackState;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as people use it, with real PostgreSQL and Kafka, and services that only say that they are ready. */
@Timeout(300)
class LauncherTest {

    private static final int SIGINT = 2;

    @TempDir
    private Path root;

    private final String port = Integer.toString(PortPlan.anyFree().first());
    private Path data;

    @BeforeEach
    void plant() throws IOException {
        FakeTree.plant(root);
        data = root.resolve("data");
    }

    @AfterEach
    void stop() throws Exception {
        run("down", "--data", data.toString());
        // Otherwise it is removed with a warning, as a link that leads out of the temporary folder.
        Files.delete(root.resolve("local"));
    }

    @Test
    void aStackIsStartedLookedAtAndStopped() throws Exception {
        Answer up = run("up", "--detach", "--data", data.toString(), "--port", port);
        assertThat(up.exitCode()).as(up.text()).isZero();
        assertThat(up.text())
                .contains("postgres", "kafka", "gateway", "ticket-service", "customer-service")
                .contains("Ready after", "http://localhost:" + port + "/docs")
                .contains("The administrator is admin, with the password");
        String password = Files.readString(data.resolve("admin-password")).strip();
        assertThat(up.text()).contains(password);
        assertThat(data.resolve("logs/launcher.log")).content().doesNotContain(password);

        Answer status = run("status", "--data", data.toString());
        assertThat(status.exitCode()).as(status.text()).isZero();
        assertThat(status.text())
                .containsPattern("ticket-service +ready +\\d+ +\\d+")
                .contains("total");

        Answer second = run("up", "--data", data.toString(), "--port", port);
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.text()).contains("A helpdesk already runs on " + data, "process " + state().launcherPid());
        Answer elsewhere = run("up", "--data", root.resolve("other").toString(), "--port", port);
        assertThat(elsewhere.text()).contains("Ports %s (gateway)".formatted(port), "--port");
        Answer reset = run("reset", "--yes", "--data", data.toString());
        assertThat(reset.exitCode()).isEqualTo(1);
        assertThat(reset.text()).contains("A helpdesk already runs on");

        Answer logs = run("logs", "postgres", "--data", data.toString());
        assertThat(logs.text()).contains("ready to accept connections");

        Answer down = run("down", "--data", data.toString());
        assertThat(down.exitCode()).isZero();
        assertThat(down.text()).contains("Stopped after");
        assertThat(Ports.isFree(Integer.parseInt(port))).isTrue();
        assertThat(run("status", "--data", data.toString()).exitCode()).isEqualTo(1);
        assertThat(run("down", "--data", data.toString()).text()).contains("Nothing runs on");

        Answer removed = run("reset", "--yes", "--data", data.toString());
        assertThat(removed.text()).contains("Removed " + data);
        assertThat(data).doesNotExist();
    }

    @Test
    void whatAKilledLauncherLeavesIsStoppedAndTheNextStartSucceeds() throws Exception {
        assertThat(run("up", "--detach", "--data", data.toString(), "--port", port)
                        .exitCode())
                .isZero();
        List<ProcessHandle> parts = state().parts().stream()
                .map(part -> ProcessHandle.of(part.pid()).orElseThrow())
                .toList();
        ProcessHandle.of(state().launcherPid()).orElseThrow().destroyForcibly();
        await().until(() -> run("status", "--data", data.toString()).exitCode() == 1);
        assertThat(parts).allMatch(ProcessHandle::isAlive);

        Answer again = run("up", "--detach", "--data", data.toString(), "--port", port);
        assertThat(again.exitCode()).as(again.text()).isZero();
        assertThat(again.text())
                .contains(
                        "5 services of an earlier run",
                        "A Kafka broker of an earlier run",
                        "A PostgreSQL of an earlier run")
                .doesNotContain("with the password");
        assertThat(parts).noneMatch(ProcessHandle::isAlive);

        ProcessHandle.of(state().launcherPid()).orElseThrow().destroyForcibly();
        await().until(() -> run("status", "--data", data.toString()).exitCode() == 1);
        Answer down = run("down", "--data", data.toString());
        assertThat(down.exitCode()).isZero();
        assertThat(down.text()).contains("5 services of an earlier run");
        assertThat(Ports.isFree(Integer.parseInt(port))).isTrue();
    }

    @Test
    void ctrlCStopsEverythingAndIsNoError() throws Exception {
        Assumptions.assumeFalse(interruptsAreIgnored(), "Ctrl-C is ignored where these tests run");
        Process launcher = start("up", "--data", data.toString(), "--port", port);
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(data.resolve("stack.json")) && state().ready());
        List<ProcessHandle> parts = state().parts().stream()
                .map(part -> ProcessHandle.of(part.pid()).orElseThrow())
                .toList();
        Signals.send(launcher.pid(), "INT");
        Answer answer = ended(launcher);
        assertThat(answer.exitCode()).as(answer.text()).isZero();
        assertThat(answer.text()).contains("Stopping.", "Stopped after");
        assertThat(parts).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aServiceThatWasNotBuiltIsNamedAndEverythingElseIsStopped() throws Exception {
        Files.delete(root.resolve("feedback-service/target/quarkus-app/quarkus-run.jar"));
        Answer up = run("up", "--data", data.toString(), "--port", port);
        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.text()).contains("The start failed. feedback-service is not built", "./mvnw");
        assertThat(Ports.isFree(Integer.parseInt(port) + 5)).isTrue();
    }

    @Test
    void helpAndMistakesAreExplained() throws Exception {
        assertThat(run("--help").text()).contains("Usage: ./helpdesk COMMAND", "HELPDESK_KAFKA_BOOTSTRAP");
        assertThat(run("up", "--port", "70000").text()).contains("--port takes a number from 1 to 65528");
        assertThat(run("reset", "--yes", "--data", root.toString()).text()).contains("holds no data of a helpdesk");
        assertThat(run("load", "--tickets", "0").text()).contains("--tickets takes a number from 1 to 20000000");
        Answer load = run("load", "--tickets", "5", "--data", data.toString());
        assertThat(load.exitCode()).isEqualTo(1);
        assertThat(load.text())
                .contains("No helpdesk is ready on " + data, "start it with './helpdesk up --data " + data + "'");
        assertThat(run("measure", "--rounds", "3").text()).contains("--rounds takes a number from 10 to 10000");
        assertThat(run("measure-alarms", "--late", "0").text()).contains("--late takes a number from 1 to 1000000");
        assertThat(run("measure-alarms", "--processes", "9").text()).contains("--processes takes a number from 1 to 8");
        assertThat(run("measure-alarms", "--data", data.toString()).text()).contains("No helpdesk is ready on " + data);
        assertThat(run("measure", "--data", data.toString()).text()).contains("No helpdesk is ready on " + data);
        assertThat(run("logs", "nonsense", "--data", data.toString()).text()).contains("There is no part 'nonsense'");
    }

    private StackState state() {
        return StackState.read(data.resolve("stack.json")).orElseThrow();
    }

    private Answer run(String... arguments) throws IOException, InterruptedException {
        return ended(start(arguments));
    }

    private Process start(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(
                List.of(Programs.java().toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m"));
        words.addAll(List.of("-Dhelpdesk.root=" + root, "-cp", System.getProperty("java.class.path")));
        words.add(Launcher.class.getName());
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("HELPDESK_"));
        return builder.start();
    }

    private static Answer ended(Process process) throws IOException, InterruptedException {
        StringBuffer text = new StringBuffer();
        Thread reader = Thread.startVirtualThread(() -> {
            try (Reader output = process.inputReader(StandardCharsets.UTF_8)) {
                for (int character = output.read(); character >= 0; character = output.read()) {
                    text.append((char) character);
                }
            } catch (IOException e) {
                text.append(e);
            }
        });
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        reader.join(Duration.ofSeconds(10));
        assertThat(ended).as("ends in time: " + text).isTrue();
        return new Answer(process.exitValue(), text.toString());
    }

    /** As it is where tests are started in the background of a shell without job control; programs that they start inherit it. */
    private static boolean interruptsAreIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1 << (SIGINT - 1)) != 0);
    }

    private record Answer(int exitCode, String text) {}
}
