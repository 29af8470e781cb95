package helpdesk.testing;

import helpdesk.local.kafka.KafkaBroker;
import helpdesk.local.postgres.PostgresServer;
import helpdesk.local.process.DirectoryLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Servers and files of test runs that were killed, and so could not clean up after themselves. */
final class LeftBehind {

    /** How the directory of a run begins. */
    static final String PREFIX = "helpdesk-test-";

    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";

    /** A younger directory may belong to a run that is just starting. */
    private static final Duration STARTING = Duration.ofMinutes(10);

    private LeftBehind() {}

    /** Stops and deletes what no run looks after any more. */
    static void cleanUp() {
        directories().forEach(LeftBehind::cleanUp);
    }

    private static void cleanUp(Path directory) {
        Optional<DirectoryLock> unattended = DirectoryLock.tryHold(directory.resolve(POSTGRES + ".lock"));
        if (unattended.isEmpty()) {
            return;
        }
        unattended.get().close();
        PostgresServer.stopOrphan(directory.resolve(POSTGRES), notice -> {});
        KafkaBroker.stopOrphan(directory.resolve(KAFKA), notice -> {});
        TemporaryFiles.delete(directory);
    }

    private static List<Path> directories() {
        Instant youngest = Instant.now().minus(STARTING);
        try (Stream<Path> entries = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
                    .filter(Files::isDirectory)
                    .filter(Files::isWritable)
                    .filter(entry -> entry.toFile().lastModified() < youngest.toEpochMilli())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
