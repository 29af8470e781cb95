package helpdesk.local.postgres;

import helpdesk.local.process.ChildProcess;
import helpdesk.local.process.CommandLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a former run left in a data directory: the file {@code postmaster.pid}, and perhaps the server itself, which goes on when
 * the process that started it is killed.
 *
 * @param dataDirectory the cluster's files
 */
record Postmaster(Path dataDirectory) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Stops a server of this data directory that nobody looks after any more, and removes its file. The caller holds the lock
     * of the directory, so a server that is found belongs to nobody.
     *
     * @param notices told in a sentence when a server had to be stopped
     */
    void cleanUp(Consumer<String> notices) {
        Optional<ProcessHandle> orphan =
                recordedPid().flatMap(ProcessHandle::of).filter(this::servesThisDirectory);
        orphan.ifPresent(process -> {
            notices.accept("A PostgreSQL of an earlier run (process %d) still served %s; it was stopped first."
                    .formatted(process.pid(), dataDirectory));
            ChildProcess.stop(process, "INT", PATIENCE);
        });
        try {
            // The number in it may since belong to another program; the server would then refuse to start.
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Long> recordedPid() {
        try {
            return Files.readAllLines(pidFile()).stream()
                    .findFirst()
                    .map(String::strip)
                    .map(Long::parseLong);
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private boolean servesThisDirectory(ProcessHandle process) {
        return CommandLines.of(process).containsAll(PostgresServer.arguments(dataDirectory));
    }

    private Path pidFile() {
        return dataDirectory.resolve("postmaster.pid");
    }
}
