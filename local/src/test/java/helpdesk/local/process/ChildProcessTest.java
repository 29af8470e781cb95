package helpdesk.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    private Path folder;

    @Test
    void itsOutputIsAppendedToItsLog() throws Exception {
        Path log = Files.writeString(folder.resolve("part.log"), "before\n");
        ChildProcess.start(List.of("/bin/sh", "-c", "echo $GREETING; echo wrong >&2"), Map.of("GREETING", "hello"), log)
                .waitFor();
        assertThat(log).hasContent("before\nhello\nwrong\n");
        assertThat(LogTail.meaningfulLines(log, 7, 10)).containsExactly("hello", "wrong");
    }

    @Test
    void aProcessThatDoesNotStopIsKilled() throws Exception {
        Path log = folder.resolve("part.log");
        Process stubborn = ChildProcess.start(
                List.of("/bin/sh", "-c", "trap '' TERM; echo set; while :; do sleep 1; done"), Map.of(), log);
        await().until(() -> LogTail.textFrom(log, 0).contains("set"));
        assertThat(ChildProcess.stop(stubborn.toHandle(), "TERM", Duration.ofMillis(300)))
                .isFalse();
        assertThat(stubborn.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(stubborn.exitValue()).isEqualTo(128 + 9);
    }

    @Test
    void ctrlCAtTheTerminalDoesNotReachIt() throws Exception {
        assumeThat(Programs.find("ps")).isPresent();
        Path log = folder.resolve("part.log");
        Process process = ChildProcess.start(List.of("/bin/sh", "-c", "ps -o pgid= -p $$"), Map.of(), log);
        long pid = process.pid();
        process.waitFor();
        assertThat(Files.readString(log).strip()).isEqualTo(Long.toString(pid));
    }

    @Test
    void aMissingProgramIsNamed() {
        List<String> command = List.of(folder.resolve("nowhere").toString());
        assertThat(Programs.find("no-such-program")).isEmpty();
        assertThat(Programs.succeeds(command)).isFalse();
    }

    @Test
    void itsMemoryIsKnown() {
        assertThat(ResidentMemory.kibibytes(ProcessHandle.current()).orElseThrow())
                .isBetween(10_000L, 4_000_000L);
    }
}
