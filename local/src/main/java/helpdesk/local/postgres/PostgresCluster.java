package helpdesk.local.postgres;

import helpdesk.local.process.ChildProcess;
import helpdesk.local.process.FileTree;
import helpdesk.local.process.LogTail;
import helpdesk.local.process.OwnerOnlyFile;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The files of one PostgreSQL data directory: made once, configured at each start. */
final class PostgresCluster {

    private static final String MAJOR_VERSION = "18";

    /**
     * Character types decide which letters word search knows. C.UTF-8 is on every recent Linux, the second on macOS, and C, which
     * only knows ASCII letters, everywhere.
     */
    private static final List<String> CHARACTER_TYPES = List.of("C.UTF-8", "en_US.UTF-8", "C");

    private final PostgresSettings settings;
    private final PostgresBinaries binaries;
    private final ServerAccount account;

    PostgresCluster(PostgresSettings settings, PostgresBinaries binaries, ServerAccount account) {
        this.settings = settings;
        this.binaries = binaries;
        this.account = account;
    }

    boolean exists() {
        return Files.exists(versionFile());
    }

    /** Creates the data directory, whole or not at all. */
    void create(String superuserPassword) {
        Path unfinished =
                settings.dataDirectory().resolveSibling(settings.dataDirectory().getFileName() + ".new");
        FileTree.delete(unfinished);
        try {
            Files.createDirectories(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            account.own(unfinished);
            Path password = OwnerOnlyFile.write(
                    unfinished.resolveSibling(unfinished.getFileName() + ".password"), superuserPassword);
            account.own(password);
            try {
                initialise(unfinished, password);
            } finally {
                Files.deleteIfExists(password);
            }
            // An empty directory made by the caller, such as a temporary folder of a test, gives way.
            Files.deleteIfExists(settings.dataDirectory());
            Files.move(unfinished, settings.dataDirectory(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartFailure(
                    "The database directory %s can't be created (%s): make its folder writable, or move what lies there."
                            .formatted(settings.dataDirectory(), e.getMessage()),
                    e);
        }
    }

    void requireFittingVersion() {
        try {
            String version = Files.readString(versionFile()).strip();
            if (!version.equals(MAJOR_VERSION)) {
                throw new StartFailure(
                        "The data in %s belongs to PostgreSQL %s, this is %s: dump it with the old version and restore it here, or start with another data directory."
                                .formatted(settings.dataDirectory(), version, MAJOR_VERSION));
            }
        } catch (IOException e) {
            throw new StartFailure("%s can't be read: see that it belongs to you.".formatted(versionFile()), e);
        }
    }

    /** Writes the server's settings anew, so that a change of port or of these defaults takes effect at each start. */
    void configure(int port) {
        String durability = settings.durable() ? "on" : "off";
        String configuration = """
                # Written at each start of the server; changes here are lost.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = %d
                superuser_reserved_connections = 3
                password_encryption = 'scram-sha-256'
                fsync = %3$s
                synchronous_commit = %3$s
                full_page_writes = %3$s
                shared_buffers = '128MB'
                maintenance_work_mem = '32MB'
                effective_cache_size = '512MB'
                max_wal_size = '512MB'
                max_wal_senders = 0
                max_logical_replication_workers = 0
                max_parallel_workers = 2
                # Answers are short; two processors are better used for two of them.
                max_parallel_workers_per_gather = 0
                # A page of an index costs hardly more than the next one: disks have no heads to move.
                random_page_cost = 1.1
                max_worker_processes = 4
                # One process less each: reads come from the page cache of the machine.
                io_method = 'sync'
                huge_pages = 'off'
                jit = off
                datestyle = 'iso, mdy'
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                log_destination = 'stderr'
                log_checkpoints = off
                log_line_prefix = '%%m [%%p] %%q%%u@%%d '
                """.formatted(port, settings.maxConnections(), durability);
        write("postgresql.conf", configuration);
        write("pg_hba.conf", """
                # Written at each start of the server; changes here are lost.
                host all all 127.0.0.1/32 scram-sha-256
                """);
    }

    private void write(String name, String content) {
        Path file = settings.dataDirectory().resolve(name);
        try {
            Files.writeString(file, content);
            account.own(file);
        } catch (IOException e) {
            throw new StartFailure(
                    "%s can't be written (%s): free disk space and see that the folder is writable."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private void initialise(Path directory, Path password) {
        long before = LogTail.end(settings.logFile());
        for (String characterType : CHARACTER_TYPES) {
            FileTree.deleteContents(directory);
            if (initialised(directory, password, characterType)) {
                return;
            }
        }
        throw new StartFailure("PostgreSQL's initdb failed: %s. The whole of it is in %s."
                .formatted(
                        String.join(" / ", LogTail.meaningfulLines(settings.logFile(), before, 3)),
                        settings.logFile()));
    }

    private boolean initialised(Path directory, Path password, String characterType) {
        List<String> command = account.run(List.of(
                binaries.program("initdb"),
                "--pgdata=" + directory,
                "--username=" + PostgresServer.SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--lc-ctype=" + characterType,
                "--no-instructions",
                settings.durable() ? "--sync-method=fsync" : "--no-sync"));
        Process process = ChildProcess.start(command, Map.of(), settings.logFile());
        try {
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while the database directory was being created.", stopped);
        } finally {
            process.destroyForcibly();
        }
    }

    private Path versionFile() {
        return settings.dataDirectory().resolve("PG_VERSION");
    }
}
