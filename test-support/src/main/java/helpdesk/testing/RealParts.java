package helpdesk.testing;

import helpdesk.local.kafka.KafkaBroker;
import helpdesk.local.kafka.KafkaSettings;
import helpdesk.local.postgres.PostgresServer;
import helpdesk.local.postgres.PostgresSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL and a real Kafka for the tests of one module. They start once per test run, whatever the number of
 * classes and of application restarts, and end with the test process.
 */
public class RealParts implements QuarkusTestResourceLifecycleManager {

    /** Long enough for the tokens, links and cursors of a test. */
    public static final String SECRET = "a-secret-for-tests-only-0123456789abcdef";

    private static final String POSTGRES_URL = "helpdesk.test.postgres";
    private static final String KAFKA_BOOTSTRAP = "helpdesk.test.kafka";
    private static final String POSTGRES_ADMIN_URL = "helpdesk.test.postgres-admin";
    private static final String KAFKA_PID = "helpdesk.test.kafka-pid";
    private static final String PASSWORD = "postgres";
    private static final String DATABASE = "helpdesk_test";

    /** Classes of tests may be loaded more than once; system properties exist once per process. */
    private static final Object ONCE = System.getProperties();

    @Override
    public Map<String, String> start() {
        synchronized (ONCE) {
            if (System.getProperty(POSTGRES_URL) == null) {
                startServers();
            }
        }
        Map<String, String> configuration = new HashMap<>();
        configuration.put("quarkus.datasource.jdbc.url", System.getProperty(POSTGRES_URL));
        configuration.put("quarkus.datasource.username", PostgresServer.SUPERUSER);
        configuration.put("quarkus.datasource.password", PASSWORD);
        configuration.put("kafka.bootstrap.servers", System.getProperty(KAFKA_BOOTSTRAP));
        configuration.put("mp.jwt.verify.publickey.location", Tokens.publicKeyLocation());
        configuration.put("helpdesk.secret", SECRET);
        configuration.put("quarkus.http.test-port", "0");
        return configuration;
    }

    @Override
    public void stop() {
        // The servers serve all test classes of the run and are stopped by the process's end.
    }

    /** The services' database, for sessions of a test's own (as {@code quarkus.datasource.jdbc.url}). */
    public static String databaseUrl() {
        return System.getProperty(POSTGRES_URL);
    }

    /** The broker's address, for probes. */
    public static String kafkaBootstrap() {
        return System.getProperty(KAFKA_BOOTSTRAP);
    }

    /** A connection of the test's own, to the services' database. */
    static Connection connect() throws SQLException {
        return connect(POSTGRES_URL);
    }

    /** A connection to the server's own database, which stays when the services' database is away. */
    static Connection connectBeside() throws SQLException {
        return connect(POSTGRES_ADMIN_URL);
    }

    static long kafkaPid() {
        return Long.getLong(KAFKA_PID);
    }

    private static Connection connect(String urlProperty) throws SQLException {
        // Not by DriverManager, which only sees drivers of its caller's class loader.
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(System.getProperty(urlProperty));
        source.setUser(PostgresServer.SUPERUSER);
        source.setPassword(PASSWORD);
        source.setApplicationName("test");
        return source.getConnection();
    }

    private static void startServers() {
        LeftBehind.cleanUp();
        Path directory = temporaryDirectory();
        Deque<Runnable> ends = new ConcurrentLinkedDeque<>();
        ends.push(() -> TemporaryFiles.delete(directory));
        // Before anything starts, so that a part that does not start leaves no other running.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ends.forEach(RealParts::runQuietly)));
        PostgresServer postgres = PostgresServer.start(
                new PostgresSettings(directory.resolve(LeftBehind.POSTGRES), 0, false, 100, PASSWORD));
        ends.push(postgres::close);
        postgres.createDatabaseIfMissing(DATABASE);
        KafkaBroker kafka = KafkaBroker.start(new KafkaSettings(
                directory.resolve(LeftBehind.KAFKA),
                0,
                0,
                Path.of(System.getProperty("helpdesk.kafka.libraries")),
                256,
                directory.resolve("kafka.log")));
        ends.push(kafka::close);
        System.setProperty(POSTGRES_URL, postgres.jdbcUrl(DATABASE));
        System.setProperty(POSTGRES_ADMIN_URL, postgres.jdbcUrl(PostgresServer.SUPERUSER));
        System.setProperty(KAFKA_BOOTSTRAP, kafka.bootstrap());
        System.setProperty(KAFKA_PID, Long.toString(kafka.pid()));
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory(LeftBehind.PREFIX);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One part that cannot be stopped is no reason to leave the others running. */
    private static void runQuietly(Runnable end) {
        try {
            end.run();
        } catch (RuntimeException e) {
            System.getLogger(RealParts.class.getName()).log(System.Logger.Level.WARNING, "Not cleaned up", e);
        }
    }
}
