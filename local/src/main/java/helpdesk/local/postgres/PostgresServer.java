package helpdesk.local.postgres;

import helpdesk.local.process.ChildProcess;
import helpdesk.local.process.DirectoryLock;
import helpdesk.local.process.LogTail;
import helpdesk.local.process.Ports;
import helpdesk.local.process.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A PostgreSQL server run as a process of its own, from programs shipped on the class path. It listens on 127.0.0.1 only and
 * asks everyone for a password. The JVM that starts it has to close it: a JVM that ends without doing so leaves it running,
 * and the next start on the same data stops it first.
 */
public final class PostgresServer implements AutoCloseable {

    /** The role that owns the server. */
    public static final String SUPERUSER = "postgres";

    private static final System.Logger LOG = System.getLogger(PostgresServer.class.getName());

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final int ATTEMPTS_FOR_ANY_PORT = 4;

    private final PostgresSettings settings;
    private final DirectoryLock lock;
    private final PostgresConnection connection;
    private final Process process;

    private PostgresServer(
            PostgresSettings settings, DirectoryLock lock, PostgresConnection connection, Process process) {
        this.settings = settings;
        this.lock = lock;
        this.connection = connection;
        this.process = process;
    }

    /**
     * Starts a server and waits until it answers, creating its data directory at the first start.
     *
     * @throws StartFailure if it can't be started; the message says why and what to do
     */
    public static PostgresServer start(PostgresSettings settings) {
        return start(settings, notice -> LOG.log(System.Logger.Level.INFO, notice));
    }

    /**
     * Starts a server and waits until it answers, creating its data directory at the first start.
     *
     * @param notices told in a sentence what was repaired on the way, such as an orphan that was stopped
     * @throws StartFailure if it can't be started; the message says why and what to do
     */
    public static PostgresServer start(PostgresSettings settings, Consumer<String> notices) {
        return start(settings, ServerAccount.ofThisMachine(), notices);
    }

    static PostgresServer start(PostgresSettings settings, ServerAccount account, Consumer<String> notices) {
        DirectoryLock lock = DirectoryLock.tryHold(settings.lockFile())
                .orElseThrow(() -> new StartFailure("The database in %s is in use by process %s: stop that one first."
                        .formatted(
                                settings.dataDirectory(),
                                DirectoryLock.lastHolder(settings.lockFile())
                                        .map(String::valueOf)
                                        .orElse("(unknown)"))));
        try {
            return startLocked(settings, account, lock, notices);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static PostgresServer startLocked(
            PostgresSettings settings, ServerAccount account, DirectoryLock lock, Consumer<String> notices) {
        PostgresBinaries binaries = PostgresBinaries.unpacked(account.cache(), account, notices);
        PostgresCluster cluster = new PostgresCluster(settings, binaries, account);
        new Postmaster(settings.dataDirectory()).cleanUp(notices);
        String password = SuperuserPassword.of(settings);
        if (cluster.exists()) {
            cluster.requireFittingVersion();
            account.own(settings.dataDirectory());
        } else {
            cluster.create(password);
        }
        List<String> words = new ArrayList<>(List.of(binaries.program("postgres")));
        words.addAll(arguments(settings.dataDirectory()));
        List<String> command = account.run(words);
        for (int attempt = 1; ; attempt++) {
            int port = settings.port() == 0 ? Ports.anyFree() : settings.port();
            PostgresConnection connection = new PostgresConnection(port, password);
            cluster.configure(port);
            long logStart = LogTail.end(settings.logFile());
            Process process = ChildProcess.start(command, Map.of(), settings.logFile());
            try {
                new PostgresReadiness(settings, connection, process, logStart).await();
                return new PostgresServer(settings, lock, connection, process);
            } catch (RuntimeException failed) {
                ChildProcess.stop(process.toHandle(), "QUIT", STOP_PATIENCE);
                boolean portTaken = !Ports.isFree(port);
                if (!(portTaken && settings.port() == 0 && attempt < ATTEMPTS_FOR_ANY_PORT)) {
                    throw failed;
                }
            }
        }
    }

    /** What the command line of this data directory's server contains, and no other's. */
    static List<String> arguments(Path dataDirectory) {
        return List.of("-D", dataDirectory.toString());
    }

    /**
     * Stops a server that a killed process left behind on a data directory, if there is one. A server that somebody still
     * looks after is left alone.
     *
     * @param notices told in a sentence what was stopped
     */
    public static void stopOrphan(Path dataDirectory, Consumer<String> notices) {
        PostgresSettings settings = new PostgresSettings(dataDirectory, 0, true, 1, null);
        if (!Files.isDirectory(settings.dataDirectory())) {
            return;
        }
        DirectoryLock.tryHold(settings.lockFile()).ifPresent(lock -> {
            try (lock) {
                new Postmaster(settings.dataDirectory()).cleanUp(notices);
            }
        });
    }

    /** @return the port of 127.0.0.1 it listens on */
    public int port() {
        return connection.port();
    }

    /** @return the address of a database for JDBC, without user and password */
    public String jdbcUrl(String database) {
        return connection.jdbcUrl(database);
    }

    /** @return the superuser's name, {@value #SUPERUSER} */
    public String user() {
        return SUPERUSER;
    }

    /** @return the superuser's password */
    public String password() {
        return connection.password();
    }

    /** Creates an empty database owned by the superuser, unless it exists. */
    public void createDatabaseIfMissing(String database) {
        connection.createDatabaseIfMissing(database);
    }

    /** @return the id of the server's main process */
    public long pid() {
        return process.pid();
    }

    /** @return the server's main process */
    public Process process() {
        return process;
    }

    /** @return false once the server has ended, for whatever reason */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Stops the server and waits for its end: sessions are broken off, their open transactions rolled back, everything
     * committed is on disk. If that takes longer than 20 s the server is killed and recovers at its next start.
     */
    @Override
    public void close() {
        try {
            ChildProcess.stop(process.toHandle(), "INT", STOP_PATIENCE);
        } finally {
            lock.close();
        }
    }

    /** Names the server without its password. */
    @Override
    public String toString() {
        return "PostgresServer[%s, port %d, process %d]".formatted(settings.dataDirectory(), port(), pid());
    }
}
