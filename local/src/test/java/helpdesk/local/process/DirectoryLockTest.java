package helpdesk.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

    @TempDir
    private Path folder;

    @Test
    void onlyOneHoldsIt() {
        Path file = folder.resolve("lock");
        DirectoryLock lock = DirectoryLock.tryHold(file).orElseThrow();
        assertThat(DirectoryLock.tryHold(file)).isEmpty();
        assertThat(DirectoryLock.lastHolder(file))
                .contains(ProcessHandle.current().pid());
        lock.close();
        Optional<DirectoryLock> again = DirectoryLock.tryHold(file);
        assertThat(again).isPresent();
        again.get().close();
    }

    @Test
    void aFileThatAKilledProcessLeftIsNoHindrance() throws Exception {
        Path file = Files.writeString(folder.resolve("lock"), "4194304");
        assertThat(DirectoryLock.lastHolder(file)).contains(4194304L);
        DirectoryLock glance = DirectoryLock.glance(file).orElseThrow();
        glance.close();
        assertThat(DirectoryLock.lastHolder(file)).contains(4194304L);
        DirectoryLock.tryHold(file).orElseThrow().close();
        assertThat(DirectoryLock.lastHolder(file))
                .contains(ProcessHandle.current().pid());
    }
}
