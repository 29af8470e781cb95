package helpdesk.local.service;

import helpdesk.local.process.ChildProcess;
import helpdesk.local.process.LogTail;
import helpdesk.local.process.Part;
import helpdesk.local.process.StartFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A service as a process of the stack.
 *
 * @param name what people call it
 * @param host where it listens
 * @param port where it listens
 * @param command program and arguments
 * @param environment its configuration, secrets included
 * @param log where its output goes
 */
public record ServicePart(
        String name, String host, int port, List<String> command, Map<String, String> environment, Path log)
        implements Part {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);
    /** Longer than it gives requests that are under way. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(35);

    @Override
    public RunningPart start(Instant deadline, Consumer<ProcessHandle> spawned) {
        long logStart = LogTail.end(log);
        Process process = ChildProcess.start(command, environment, log);
        try {
            spawned.accept(process.toHandle());
            awaitReady(process, deadline, logStart);
            return new Running(process);
        } catch (RuntimeException failed) {
            ChildProcess.stop(process.toHandle(), "TERM", STOP_PATIENCE);
            throw failed;
        }
    }

    private void awaitReady(Process process, Instant deadline, long logStart) {
        Instant start = Instant.now();
        Readiness last = new Readiness(false, "");
        try {
            while (Instant.now().isBefore(deadline)) {
                if (process.waitFor(BETWEEN_QUESTIONS)) {
                    throw new ServiceTrouble(name, log, logStart).ended(process.exitValue(), start);
                }
                last = Readiness.ask(host, port);
                if (last.ready()) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while %s was starting.".formatted(name), stopped);
        }
        throw new ServiceTrouble(name, log, logStart).notReady(last, start);
    }

    /** Leaves the environment out: it holds secrets. */
    @Override
    public String toString() {
        return "ServicePart[%s, port %d]".formatted(name, port);
    }

    private record Running(Process process) implements RunningPart {
        @Override
        public void stop() {
            ChildProcess.stop(process.toHandle(), "TERM", STOP_PATIENCE);
        }
    }
}
