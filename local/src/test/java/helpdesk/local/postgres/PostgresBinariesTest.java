package helpdesk.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {

    @TempDir
    private Path cache;

    private final List<String> notices = new ArrayList<>();
    private final ServerAccount account = ServerAccount.ofThisMachine();

    @Test
    void aDamagedCacheIsUnpackedAgainAndAWholeOneIsLeftAlone() throws IOException {
        PostgresBinaries first = PostgresBinaries.unpacked(cache, account, notices::add);
        assertThat(notices).isEmpty();
        Path list = first.folder().resolve("unpacked-files");
        Object whole = Files.getLastModifiedTime(list);

        PostgresBinaries.unpacked(cache, account, notices::add);
        assertThat(Files.getLastModifiedTime(list)).isEqualTo(whole);
        assertThat(notices).isEmpty();

        Files.delete(first.folder().resolve("share/postgresql/postgres.bki"));
        PostgresBinaries.unpacked(cache, account, notices::add);
        assertThat(first.folder().resolve("share/postgresql/postgres.bki")).isNotEmptyFile();
        assertThat(notices).singleElement().asString().contains("was incomplete; it is being unpacked again");

        // As an unpacking leaves it that was interrupted before it wrote its list.
        Files.delete(list);
        Files.writeString(first.folder().resolve("bin/postgres"), "half");
        PostgresBinaries.unpacked(cache, account, notices::add);
        assertThat(notices).hasSize(2);
        assertThat(UnpackedFiles.areComplete(first.folder())).isTrue();
    }

    @Test
    void theRestOfAnInterruptedUnpackingIsReplaced() throws IOException {
        Path rest = cache.resolve(PostgresArchive.ofThisMachine().fingerprint() + ".unpacking");
        Files.createDirectories(rest.resolve("bin"));
        Files.writeString(rest.resolve("bin/postgres"), "half");
        PostgresBinaries.unpacked(cache, account, notices::add);
        assertThat(rest).doesNotExist();
        assertThat(notices).isEmpty();
    }

    @Test
    void aCacheThatCannotBeWrittenIsExplained() throws IOException {
        Path file = Files.writeString(cache.resolve("file"), "in the way");
        assertThatThrownBy(() -> PostgresBinaries.unpacked(file, account, notices::add))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("can't be written");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,    amd64,   false, postgres-linux-x86_64.txz",
        "Linux,    aarch64, false, postgres-linux-arm_64.txz",
        "Linux,    amd64,   true,  postgres-linux-x86_64-alpine_linux.txz",
        "Mac OS X, aarch64, false, postgres-darwin-arm_64.txz",
        "Mac OS X, x86_64,  false, postgres-darwin-x86_64.txz"
    })
    void theArchiveFitsTheMachine(String system, String processor, boolean musl, String name) {
        assertThat(PostgresArchive.nameFor(system, processor, musl)).isEqualTo(name);
    }
}
