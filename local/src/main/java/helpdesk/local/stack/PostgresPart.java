package helpdesk.local.stack;

import helpdesk.local.postgres.PostgresServer;
import helpdesk.local.postgres.PostgresSettings;
import helpdesk.local.process.Part;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The stack's own PostgreSQL.
 *
 * @param settings how it is run
 * @param databases what has to exist in it before it counts as ready
 * @param notices told what was repaired
 */
record PostgresPart(PostgresSettings settings, ServiceDatabases databases, Consumer<String> notices) implements Part {

    static final String NAME = "postgres";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return settings.port();
    }

    @Override
    public Path log() {
        return settings.logFile();
    }

    @Override
    public RunningPart start(Instant deadline, Consumer<ProcessHandle> spawned) {
        PostgresServer server = PostgresServer.start(settings, notices);
        try {
            spawned.accept(server.process().toHandle());
            databases.prepare();
            return new Running(server);
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    private record Running(PostgresServer server) implements RunningPart {
        @Override
        public Process process() {
            return server.process();
        }

        @Override
        public void stop() {
            server.close();
        }
    }
}
