package helpdesk.local.backup;

import helpdesk.local.kafka.KafkaBroker;
import helpdesk.local.kafka.KafkaRecords;
import helpdesk.local.kafka.KafkaSettings;
import helpdesk.local.process.DirectoryLock;
import helpdesk.local.process.FileCopy;
import helpdesk.local.process.FileTree;
import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.Orphans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/**
 * Makes the data of a stack from a backup, whole or not at all: it is made beside the place where it belongs, and moved there
 * when it is complete. The new broker gets the events that were on their way, before anybody else can publish anything.
 */
public final class Restoration {

    private static final int KAFKA_HEAP_MEGABYTES = 256;

    private final Path backup;
    private final DataDirectory data;
    private final Path libraries;
    private final Consumer<String> notices;

    /**
     * @param backup the folder of a whole backup
     * @param data where the stack's data belongs; nothing is there yet
     * @param libraries the folder with the broker's jars
     * @param notices told in a sentence what was repaired on the way
     */
    public Restoration(Path backup, DataDirectory data, Path libraries, Consumer<String> notices) {
        this.backup = backup.toAbsolutePath().normalize();
        this.data = data;
        this.libraries = libraries;
        this.notices = notices;
    }

    /**
     * Does it.
     *
     * @throws StartFailure if it can't be done
     */
    public BackupContents run() {
        BackupContents contents = BackupContents.of(backup);
        requireAbsent();
        DataDirectory unfinished =
                new DataDirectory(data.root().resolveSibling(data.root().getFileName() + ".restoring"));
        DirectoryLock lock = DirectoryLock.tryHold(unfinished.lock())
                .orElseThrow(() -> new StartFailure(
                        "Another './helpdesk restore' is at work on %s: wait for its end.".formatted(data.root())));
        try (lock) {
            new Orphans(unfinished, notices).stop();
            FileTree.deleteContents(unfinished.root());
            unfinished.create();
            fill(unfinished, contents);
            Files.deleteIfExists(data.root());
            Files.move(unfinished.root(), data.root(), StandardCopyOption.ATOMIC_MOVE);
            return contents;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while the backup was being restored.", stopped);
        } catch (IOException | UncheckedIOException | ExecutionException | TimeoutException | KafkaException e) {
            throw new StartFailure(
                    "The backup can't be restored (%s): see that the disk of %s is not full and belongs to you. Nothing was changed there; the beginnings are in %s."
                            .formatted(e.getMessage(), data.root(), unfinished.root()),
                    e);
        }
    }

    private void fill(DataDirectory unfinished, BackupContents contents)
            throws IOException, ExecutionException, TimeoutException, InterruptedException {
        unfinished.requireSpaceFor(contents.bytes());
        DataDirectory copy = new DataDirectory(backup);
        for (Path file : List.of(copy.secrets(), copy.adminPassword(), copy.milestones())) {
            if (Files.exists(file)) {
                Files.copy(file, unfinished.root().resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        FileCopy.copy(copy.postgres(), unfinished.postgres(), file -> true);
        KafkaSettings settings =
                new KafkaSettings(unfinished.kafka(), 0, 0, libraries, KAFKA_HEAP_MEGABYTES, unfinished.log("kafka"));
        try (KafkaBroker broker = KafkaBroker.start(settings, notices)) {
            KafkaRecords records = new KafkaRecords(broker.bootstrap(), "");
            records.create(contents.topics());
            new RecordFile(Backup.records(backup)).publish(records);
        }
    }

    private void requireAbsent() {
        Path root = data.root();
        try {
            if (Files.exists(root) && !(Files.isDirectory(root) && isEmpty(root))) {
                throw new StartFailure(
                        "%s is there already, and is not written over: stop what runs on it and move it away, or remove it with './helpdesk reset'."
                                .formatted(root));
            }
        } catch (IOException e) {
            throw new StartFailure("%s can't be looked at: see that it belongs to you.".formatted(root), e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
