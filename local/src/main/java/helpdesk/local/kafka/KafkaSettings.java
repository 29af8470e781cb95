package helpdesk.local.kafka;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How the Kafka broker is run.
 *
 * @param dataDirectory its configuration and logs, created at first start
 * @param port the port of 127.0.0.1 for clients, 0 for any free one
 * @param controllerPort the port of 127.0.0.1 for the controller inside the same process, 0 for any free one
 * @param libraries the folder with the broker's jars, {@code local/target/lib} of a built tree
 * @param heapMegabytes the largest heap, in MiB; 192 is enough for a small stack
 * @param logFile what the broker says is appended to it
 */
public record KafkaSettings(
        Path dataDirectory, int port, int controllerPort, Path libraries, int heapMegabytes, Path logFile) {

    /** Checks the values and makes the paths absolute. */
    public KafkaSettings {
        Objects.requireNonNull(dataDirectory, "dataDirectory");
        Objects.requireNonNull(libraries, "libraries");
        Objects.requireNonNull(logFile, "logFile");
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
        libraries = libraries.toAbsolutePath().normalize();
        logFile = logFile.toAbsolutePath().normalize();
        if (port < 0 || port > 65535 || controllerPort < 0 || controllerPort > 65535) {
            throw new IllegalArgumentException(
                    "A port lies between 0 and 65535, not %d or %d".formatted(port, controllerPort));
        }
        if (port != 0 && port == controllerPort) {
            throw new IllegalArgumentException("The broker and its controller can't share port " + port);
        }
    }

    KafkaSettings onPorts(int broker, int controller) {
        return new KafkaSettings(dataDirectory, broker, controller, libraries, heapMegabytes, logFile);
    }

    Path lockFile() {
        return dataDirectory.resolve("lock");
    }

    Path logs() {
        return dataDirectory.resolve("logs");
    }

    Path configuration() {
        return dataDirectory.resolve("server.properties");
    }

    Path logging() {
        return dataDirectory.resolve("logging.properties");
    }
}
