package helpdesk.local.postgres;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where unpacked programs are kept between runs, shared by all stacks and tests of a user. */
final class PostgresCache {

    private PostgresCache() {}

    /** @return the user's own cache folder, or one among the temporary files for a user without a home */
    static Path ofCaller() {
        String configured = System.getenv("XDG_CACHE_HOME");
        if (configured != null && !configured.isBlank()) {
            return Path.of(configured, "helpdesk", "postgres");
        }
        Path home = Path.of(System.getProperty("user.home", "?"));
        if (Files.isWritable(home)) {
            return home.resolve(".cache").resolve("helpdesk").resolve("postgres");
        }
        return Path.of(System.getProperty("java.io.tmpdir"), "helpdesk-" + System.getProperty("user.name"), "postgres");
    }

    /** @return a folder of root's that every account may read */
    static Path ofEveryone() {
        return Path.of("/var/cache/helpdesk/postgres");
    }
}
