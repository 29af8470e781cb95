package helpdesk.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import helpdesk.local.process.Part;
import helpdesk.local.process.Ports;
import helpdesk.local.process.StartFailure;
import helpdesk.local.service.Readiness;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SupervisorTest {

    @TempDir
    private Path folder;

    private final int port = Ports.anyFree();
    private final Recorder recorder = new Recorder();

    @Test
    void aServiceThatDiesIsStartedAgainAndStoppedInTheEnd() throws Exception {
        Supervisor supervisor = supervisor("serve", Duration.ofSeconds(30));
        supervisor.start().get(30, TimeUnit.SECONDS);
        assertThat(Readiness.ask(Ports.LOOPBACK, port).ready()).isTrue();

        ProcessHandle first = recorder.processes.getFirst();
        first.destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).until(() -> recorder.happened.contains("ready again"));
        assertThat(recorder.happened).containsExactly("spawned", "ready", "died", "spawned", "ready again");
        assertThat(recorder.reason).contains("exit code 137");
        assertThat(recorder.processes.getLast().pid()).isNotEqualTo(first.pid());
        assertThat(Readiness.ask(Ports.LOOPBACK, port).ready()).isTrue();

        supervisor.stop();
        assertThat(recorder.happened).last().isEqualTo("stopped");
        assertThat(recorder.processes).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aServiceThatCanNotStartSaysWhy() {
        Supervisor supervisor = supervisor("fail", Duration.ofSeconds(30));
        assertThatThrownBy(() -> supervisor.start().get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("fake-service ended with exit code 3")
                .hasMessageContaining("ERROR Failed to start: the database is too old")
                .hasMessageContaining("fake-service.log")
                .hasMessageNotContaining("some.Frame")
                .hasMessageNotContaining("INFO");
        supervisor.stop();
        assertThat(recorder.happened).containsExactly("spawned");
    }

    @Test
    void aServiceThatDoesNotBecomeReadyIsGivenUpWithWhatItsHealthSays() {
        Supervisor supervisor = supervisor("never-ready", Duration.ofSeconds(3));
        assertThatThrownBy(() -> supervisor.start().get(30, TimeUnit.SECONDS))
                .cause()
                .hasMessageContaining("was not ready after")
                .hasMessageContaining("the database is away");
        supervisor.stop();
        assertThat(recorder.processes).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aServiceIsStoppedWhileItIsStarting() {
        Supervisor supervisor = supervisor("never-ready", Duration.ofSeconds(60));
        supervisor.start();
        await().until(() -> !recorder.processes.isEmpty());
        supervisor.stop();
        assertThat(recorder.processes).noneMatch(ProcessHandle::isAlive);
        assertThat(recorder.happened).containsExactly("spawned", "stopped");
    }

    @Test
    void whatAKilledLauncherLeftIsRecognisedByItsDataDirectoryAndStopped() {
        DataDirectory data = new DataDirectory(folder);
        List<String> notices = new CopyOnWriteArrayList<>();
        Supervisor supervisor = supervisor("serve", Duration.ofSeconds(30));
        supervisor.start().join();

        Orphans ofAnotherStack = new Orphans(new DataDirectory(folder.resolveSibling("another")), notices::add);
        assertThat(ofAnotherStack.services()).isEmpty();
        Orphans orphans = new Orphans(data, notices::add);
        assertThat(orphans.services()).containsExactly(recorder.processes.getFirst());

        assertThat(orphans.stop()).isEqualTo(1);
        assertThat(recorder.processes.getFirst().isAlive()).isFalse();
        assertThat(notices).singleElement().asString().contains("1 service of an earlier run");
        supervisor.stop();
    }

    private Supervisor supervisor(String behaviour, Duration patience) {
        return new Supervisor(
                FakeService.part(folder, port, behaviour),
                recorder,
                Instant.now().plus(patience));
    }

    /** Remembers what it was told. */
    private static final class Recorder implements PartListener {
        private final List<String> happened = new CopyOnWriteArrayList<>();
        private final List<ProcessHandle> processes = new CopyOnWriteArrayList<>();
        private volatile String reason;

        @Override
        public void spawned(Part part, ProcessHandle process) {
            processes.add(process);
            happened.add("spawned");
        }

        @Override
        public void ready(Part part, Duration after) {
            happened.add(happened.contains("ready") ? "ready again" : "ready");
        }

        @Override
        public void died(Part part, String why, Duration wait) {
            reason = why;
            happened.add("died");
        }

        @Override
        public void stopped(Part part, Duration after) {
            happened.add("stopped");
        }
    }
}
