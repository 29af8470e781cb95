package helpdesk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.local.process.DirectoryLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What killed runs left is removed; what a run looks after, or may be about to, is not. */
class LeftBehindTest {

    private final Path directory = Files.createTempDirectory(LeftBehind.PREFIX);

    LeftBehindTest() throws IOException {
        Files.createDirectories(directory.resolve("postgres/base"));
        Files.writeString(directory.resolve("postgres/base/1"), "data");
    }

    @AfterEach
    void clean_up() {
        if (Files.exists(directory)) {
            TemporaryFiles.delete(directory);
        }
    }

    @Test
    void what_nobody_looks_after_is_removed() throws IOException {
        makeOld();
        LeftBehind.cleanUp();
        assertThat(directory).doesNotExist();
    }

    @Test
    void what_a_run_looks_after_stays() throws IOException {
        try (DirectoryLock _ =
                DirectoryLock.tryHold(directory.resolve("postgres.lock")).orElseThrow()) {
            makeOld();
            LeftBehind.cleanUp();
            assertThat(directory.resolve("postgres/base/1")).exists();
        }
    }

    @Test
    void what_is_new_stays() {
        LeftBehind.cleanUp();
        assertThat(directory.resolve("postgres/base/1")).exists();
    }

    private void makeOld() throws IOException {
        Files.setLastModifiedTime(directory, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }
}
