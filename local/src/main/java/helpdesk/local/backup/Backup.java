package helpdesk.local.backup;

import helpdesk.local.kafka.KafkaRecords;
import helpdesk.local.postgres.PostgresCopy;
import helpdesk.local.process.FileCopy;
import helpdesk.local.process.FileTree;
import helpdesk.local.process.Ports;
import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.PartState;
import helpdesk.local.stack.Secrets;
import helpdesk.local.stack.ServiceDatabase;
import helpdesk.local.stack.StackState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * A copy of all a running stack has to keep: its databases as they were at one moment, its secrets, and the events that were
 * published then and not handled by everybody. An event that was not published yet is in an outbox, so in a database.
 *
 * <p>Consumers' positions are read before the moment, and the end of the log in it, while no outbox can change: whatever is taken
 * from the log belongs to something that the databases have, and whatever somebody had not handled is taken. What somebody had
 * handled meanwhile is recognised by the consumer when it comes again.
 */
public final class Backup {

    private static final String TOPICS = "helpdesk.";
    private static final String LOCK_PATIENCE = "set lock_timeout = '10s'";

    private final StackState stack;
    private final DataDirectory data;
    private final Path target;
    private final Clock clock;

    /**
     * @param stack running, with a PostgreSQL and a Kafka of its own
     * @param target a folder that does not exist, or is empty
     */
    public Backup(StackState stack, DataDirectory data, Path target, Clock clock) {
        this.stack = stack;
        this.data = data;
        this.target = target.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /**
     * Makes it.
     *
     * @throws StartFailure if it can't be made; what there was of it is removed
     */
    public BackupContents make() {
        PartState postgres = own("postgres");
        PartState kafka = own("kafka");
        requireRoom();
        boolean whole = false;
        try {
            BackupContents contents = make(postgres, kafka);
            whole = true;
            return contents;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while the backup was being made.", stopped);
        } catch (SQLException
                | IOException
                | UncheckedIOException
                | ExecutionException
                | TimeoutException
                | KafkaException e) {
            throw new StartFailure(
                    "The backup can't be made (%s): see that './helpdesk status' is ready and the disk of %s is not full."
                            .formatted(e.getMessage(), target),
                    e);
        } finally {
            if (!whole) {
                FileTree.delete(target);
            }
        }
    }

    private BackupContents make(PartState postgres, PartState kafka)
            throws SQLException, IOException, ExecutionException, TimeoutException, InterruptedException {
        KafkaRecords broker = new KafkaRecords(Ports.LOOPBACK + ":" + kafka.port(), TOPICS);
        Map<TopicPartition, Long> handled = broker.handled();
        Map<TopicPartition, Long> ends = new HashMap<>();
        Secrets secrets = Secrets.of(data.secrets());
        long bytes = new PostgresCopy(data.postgres(), postgres.port(), secrets.superuserPassword())
                .copyTo(
                        new DataDirectory(target).postgres(),
                        end -> withoutNewEvents(() -> {
                            ends.putAll(broker.ends(handled.keySet()));
                            end.now();
                        }));
        long events = new RecordFile(records(target)).fill(broker, handled, ends);
        for (Path file : List.of(data.secrets(), data.adminPassword(), data.milestones())) {
            if (Files.exists(file)) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        BackupContents contents = new BackupContents(
                BackupContents.FORMAT,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                bytes,
                events,
                broker.topics());
        contents.write(target);
        return contents;
    }

    /** Writers wait meanwhile, at their event; readers don't. */
    private void withoutNewEvents(PostgresCopy.End action) throws SQLException, IOException {
        List<Connection> holders = new ArrayList<>();
        try {
            for (ServiceKind service : ServiceKind.values()) {
                Connection holder =
                        ServiceDatabase.of(service, stack, data, Map.of()).open();
                holders.add(holder);
                holder.setAutoCommit(false);
                try (Statement statement = holder.createStatement()) {
                    statement.execute(LOCK_PATIENCE);
                    statement.execute("lock table outbox_event in share mode");
                }
            }
            action.now();
        } finally {
            for (Connection holder : holders) {
                holder.close();
            }
        }
    }

    private PartState own(String part) {
        return stack.part(part)
                .orElseThrow(
                        () -> new StartFailure(
                                "This helpdesk uses a PostgreSQL or a Kafka of yours, which './helpdesk backup' does not copy: docs/operations.md tells how to back those up."));
    }

    private void requireRoom() {
        try {
            if (Files.exists(target)) {
                // Only an empty folder gives way.
                Files.delete(target);
            } else if (target.getParent() != null) {
                Files.createDirectories(target.getParent());
            }
            FileCopy.createFolder(target);
        } catch (IOException e) {
            throw new StartFailure(
                    "%s can't be made (%s): name a folder that does not exist yet, in one that belongs to you."
                            .formatted(target, e.getMessage()),
                    e);
        }
    }

    static Path records(Path backup) {
        return backup.resolve("events.jsonl");
    }
}
