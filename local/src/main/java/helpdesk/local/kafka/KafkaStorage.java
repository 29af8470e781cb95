package helpdesk.local.kafka;

import helpdesk.local.process.ChildProcess;
import helpdesk.local.process.FileTree;
import helpdesk.local.process.LogTail;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The broker's log directory, formatted once. The cluster's id is kept in a file that is written when formatting has come to
 * its end: without it whatever lies there was never in use.
 *
 * @param settings where it lies
 */
record KafkaStorage(KafkaSettings settings) {

    private static final long FORMAT_SECONDS = 60;

    void formatOnce(KafkaCommand command) {
        if (Files.exists(clusterIdFile()) && Files.exists(settings.logs())) {
            return;
        }
        FileTree.delete(settings.logs());
        String clusterId = newClusterId();
        long before = LogTail.end(settings.logFile());
        Process process = ChildProcess.start(command.format(clusterId), command.environment(), settings.logFile());
        try {
            if (!process.waitFor(FORMAT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new StartFailure("Kafka's storage in %s can't be formatted. Its log, %s, ends with:\n  %s"
                        .formatted(
                                settings.logs(),
                                settings.logFile(),
                                String.join("\n  ", LogTail.meaningfulLines(settings.logFile(), before, 4))));
            }
            Files.writeString(clusterIdFile(), clusterId);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while Kafka's storage was being formatted.", stopped);
        } catch (IOException e) {
            throw new StartFailure(
                    "%s can't be written: free disk space and see that the folder is writable."
                            .formatted(clusterIdFile()),
                    e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Path clusterIdFile() {
        return settings.dataDirectory().resolve("cluster-id");
    }

    private static String newClusterId() {
        UUID uuid = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        // The tool would take a leading dash for an option.
        return id.startsWith("-") ? newClusterId() : id;
    }
}
