package helpdesk.local.postgres;

import helpdesk.local.process.FileCopy;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Copies the files of a server that goes on working, by PostgreSQL's low-level interface for base backups: all databases as they
 * were at one moment, the end of the copy. A server started on the copy recovers to that moment from the log that is in it.
 */
public final class PostgresCopy {

    /** What a server makes anew, as {@code pg_basebackup} leaves it out. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_wal");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "pg_internal.init");

    private static final Path CONTROL = Path.of("global", "pg_control");
    private static final String WAL = "pg_wal";

    private final Path dataDirectory;
    private final PostgresConnection superuser;

    /**
     * @param dataDirectory of the running server
     * @param port where it listens
     * @param password the superuser's
     */
    public PostgresCopy(Path dataDirectory, int port, String password) {
        this.dataDirectory = dataDirectory;
        this.superuser = new PostgresConnection(port, password);
    }

    /** What is done while the moment of the copy is kept from passing. */
    @FunctionalInterface
    public interface LastMoment {
        /** Calls {@code end}, which ends the copy, once. */
        void reach(End end) throws SQLException, IOException;
    }

    /** The end of the copy. */
    @FunctionalInterface
    public interface End {
        /** Afterwards, the copy has what was committed before. */
        void now() throws SQLException, IOException;
    }

    /**
     * Copies.
     *
     * @param target does not exist yet
     * @param lastMoment called when the files are copied
     * @return how many bytes
     */
    public long copyTo(Path target, LastMoment lastMoment) throws SQLException, IOException {
        try (Connection connection = superuser.open("postgres");
                Statement statement = connection.createStatement()) {
            // Keeps the log from the beginning of the copy on; it goes with the connection.
            statement.execute(
                    "select pg_create_physical_replication_slot('helpdesk_backup_' || pg_backend_pid(), true, true)");
            String begin = value(statement, "select pg_walfile_name(pg_backup_start('helpdesk', true))");
            long bytes = FileCopy.copy(dataDirectory, target, PostgresCopy::isData);
            Files.copy(dataDirectory.resolve(CONTROL), target.resolve(CONTROL), StandardCopyOption.COPY_ATTRIBUTES);
            AtomicReference<String> end = new AtomicReference<>();
            lastMoment.reach(() -> end.set(end(connection, target)));
            copyLog(target, begin, end.get());
            return bytes;
        }
    }

    /** @return the last file of the log that the copy needs */
    private static String end(Connection connection, Path target) throws SQLException, IOException {
        try (PreparedStatement stop = connection.prepareStatement(
                        "select pg_walfile_name(lsn), labelfile from pg_backup_stop(false)");
                ResultSet result = stop.executeQuery()) {
            result.next();
            Files.writeString(target.resolve("backup_label"), result.getString(2));
            return result.getString(1);
        }
    }

    private void copyLog(Path target, String begin, String end) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(dataDirectory.resolve(WAL), Files::isRegularFile)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean needed = name.matches("[0-9A-F]{24}") && name.compareTo(begin) >= 0 && name.compareTo(end) <= 0;
                if (needed || name.endsWith(".history")) {
                    Files.copy(file, target.resolve(WAL).resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static boolean isData(Path file) {
        String name = file.getFileName().toString();
        boolean emptied =
                file.getNameCount() > 1 && EMPTIED.contains(file.getName(0).toString());
        // What the server learned last comes last.
        return !emptied && !LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp") && !file.equals(CONTROL);
    }

    private static String value(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
