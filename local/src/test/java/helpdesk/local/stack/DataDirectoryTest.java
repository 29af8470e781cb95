package helpdesk.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path folder;

    @Test
    void onlyItsOwnerMayEnter() throws IOException {
        DataDirectory data = new DataDirectory(folder.resolve("deep/data"));
        data.create();
        data.create();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
                .isEqualTo("rwx------");
        assertThat(data.logs()).isDirectory();
    }

    @Test
    void aFolderOfSomethingElseIsNotTakenForOurs() {
        DataDirectory data = new DataDirectory(folder);
        assertThat(data.isOurs()).isFalse();
        Secrets.of(data.secrets());
        assertThat(data.isOurs()).isTrue();
    }

    @Test
    void aLongLogIsPutAsideAndAShortOneIsNot() throws IOException {
        DataDirectory data = new DataDirectory(folder);
        data.create();
        Files.writeString(data.log("kafka"), "short");
        data.rotateLog("kafka");
        assertThat(data.log("kafka")).hasContent("short");
        try (RandomAccessFile log = new RandomAccessFile(data.log("kafka").toFile(), "rw")) {
            log.setLength(11L * 1024 * 1024);
        }
        data.rotateLog("kafka");
        assertThat(data.log("kafka")).doesNotExist();
        assertThat(data.logs().resolve("kafka.log.1")).exists();
    }

    @Test
    void aFolderThatCanNotBeMadeIsExplained() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> new DataDirectory(file.resolve("data")).create())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--data");
    }

    @Test
    void aValueMayLieInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "from a file\n");
        Map<String, String> environment = Map.of("HELPDESK_ADMIN_PASSWORD_FILE", file.toString());
        assertThat(EnvironmentValue.text(environment, "HELPDESK_ADMIN_PASSWORD"))
                .contains("from a file");
        assertThatThrownBy(() -> EnvironmentValue.text(Map.of("X_FILE", folder + "/nowhere"), "X"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("named by X_FILE");
    }
}
