package helpdesk.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.local.console.Console;
import helpdesk.local.process.ProcessIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackStateTest {

    @TempDir
    private Path folder;

    @Test
    void whatHappensToAPartCanBeReadByOthers() {
        Path file = folder.resolve("stack.json");
        StackJournal journal = journal(file);
        journal.expect("kafka", 9006);
        assertThat(StackState.read(file).orElseThrow().part("kafka").orElseThrow())
                .isEqualTo(new PartState("kafka", PartState.Phase.STARTING, 0, null, 9006, 0));

        ProcessHandle self = ProcessHandle.current();
        journal.change("kafka", state -> state.spawned(self).ready());
        journal.ready(true);
        StackState state = StackState.read(file).orElseThrow();
        assertThat(state.ready()).isTrue();
        assertThat(state.launcherPid()).isEqualTo(self.pid());
        PartState kafka = state.part("kafka").orElseThrow();
        assertThat(kafka.phase()).isEqualTo(PartState.Phase.READY);
        assertThat(kafka.identity().find()).contains(self);

        journal.change("kafka", PartState::died);
        PartState died = StackState.read(file).orElseThrow().part("kafka").orElseThrow();
        assertThat(died).isEqualTo(new PartState("kafka", PartState.Phase.WAITING, 0, null, 9006, 1));
    }

    @Test
    void aLaterProcessWithTheSameNumberIsAnother() {
        ProcessHandle self = ProcessHandle.current();
        Instant started = self.info().startInstant().orElseThrow();
        assertThat(new ProcessIdentity(self.pid(), started).find()).contains(self);
        assertThat(new ProcessIdentity(self.pid(), started.minusSeconds(60)).find())
                .isEmpty();
    }

    @Test
    void aDamagedFileCountsAsNone() throws IOException {
        Path file = folder.resolve("stack.json");
        assertThat(StackState.read(file)).isEmpty();
        Files.writeString(file, "{\"launcherPid\": 12, \"par");
        assertThat(StackState.read(file)).isEmpty();
    }

    @Test
    void aStateThatCanNotBeWrittenIsSaidButStopsNothing() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8), false);
        StackJournal journal =
                new StackJournal(folder.resolve("nowhere/stack.json"), 9000, "http://localhost:9000", console);
        journal.expect("kafka", 9006);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("can't be written");
    }

    private static StackJournal journal(Path file) {
        Console console = new Console(new PrintStream(new ByteArrayOutputStream()), false);
        return new StackJournal(file, 9000, "http://localhost:9000", console);
    }
}
