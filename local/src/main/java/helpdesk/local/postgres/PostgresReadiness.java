package helpdesk.local.postgres;

import helpdesk.local.process.LogTail;
import helpdesk.local.process.Ports;
import helpdesk.local.process.StartFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Waits for a server that was just started.
 *
 * @param settings what it was started with
 * @param connection how to ask it
 * @param process the server
 * @param logStart where its messages begin in the log, in bytes
 */
record PostgresReadiness(PostgresSettings settings, PostgresConnection connection, Process process, long logStart) {

    /** Replaying the log after a crash can take a while; it is bounded by {@code max_wal_size}. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

    private static final String WRONG_PASSWORD = "28P01";

    void await() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            if (answers()) {
                return;
            }
            if (endedWithin(BETWEEN_ATTEMPTS)) {
                throw failure("PostgreSQL ended while starting");
            }
        }
        throw failure("PostgreSQL did not answer within %d s".formatted(PATIENCE.toSeconds()));
    }

    private boolean answers() {
        try (var open = connection.open("postgres")) {
            return open.isValid(1);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new StartFailure(
                        "PostgreSQL does not accept the kept superuser password for the data in %s: put back the password file that belongs to the data, or remove the data to begin anew."
                                .formatted(settings.dataDirectory()),
                        e);
            }
            return false;
        }
    }

    private boolean endedWithin(Duration time) {
        try {
            return process.waitFor(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while PostgreSQL was starting.", stopped);
        }
    }

    private StartFailure failure(String what) {
        List<String> lines = LogTail.meaningfulLines(settings.logFile(), logStart, 4);
        String said = String.join("\n  ", lines);
        if (said.contains("No space left")) {
            return new StartFailure("The disk is full, so PostgreSQL can't start: free space in %s and start again."
                    .formatted(settings.dataDirectory()));
        }
        if (said.contains("could not bind") || !process.isAlive() && !Ports.isFree(connection.port())) {
            return new StartFailure(
                    "Port %d is in use, so PostgreSQL can't start: end the program that holds it, or choose another port."
                            .formatted(connection.port()));
        }
        return new StartFailure("%s. Its log, %s, ends with:\n  %s".formatted(what, settings.logFile(), said));
    }
}
