package helpdesk.local.postgres;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How an embedded PostgreSQL server is run.
 *
 * @param dataDirectory the cluster's files, created at first start; a lock and (without a given password) a password file lie
 *     beside it, with the same name and an ending
 * @param port the port of 127.0.0.1 to listen on, 0 for any free one
 * @param durable true to survive power loss ({@code fsync}, {@code synchronous_commit} and {@code full_page_writes} on),
 *     false for throw-away data of tests
 * @param maxConnections the most connections at once, 1 or more
 * @param superuserPassword the password of the role {@code postgres}; null to have one generated and kept beside the data
 * @param logFile what the server says is appended to it
 */
public record PostgresSettings(
        Path dataDirectory, int port, boolean durable, int maxConnections, String superuserPassword, Path logFile) {

    /** Checks the values and makes the paths absolute. */
    public PostgresSettings {
        Objects.requireNonNull(dataDirectory, "dataDirectory");
        Objects.requireNonNull(logFile, "logFile");
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
        logFile = logFile.toAbsolutePath().normalize();
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("A port lies between 0 and 65535, not " + port);
        }
        if (maxConnections < 1) {
            throw new IllegalArgumentException("At least one connection is needed, not " + maxConnections);
        }
    }

    /** A server whose log lies beside its data, as {@code <data directory>.log}. */
    public PostgresSettings(
            Path dataDirectory, int port, boolean durable, int maxConnections, String superuserPassword) {
        this(dataDirectory, port, durable, maxConnections, superuserPassword, beside(dataDirectory, ".log"));
    }

    Path lockFile() {
        return beside(dataDirectory, ".lock");
    }

    Path passwordFile() {
        return beside(dataDirectory, ".password");
    }

    private static Path beside(Path directory, String ending) {
        Path absolute = directory.toAbsolutePath().normalize();
        return absolute.resolveSibling(absolute.getFileName() + ending);
    }

    /** Leaves the password out, so that it can't reach a log. */
    @Override
    public String toString() {
        return "PostgresSettings[%s, port %d, durable %s]".formatted(dataDirectory, port, durable);
    }
}
