package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.console.Table;
import helpdesk.local.process.ResidentMemory;
import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.PartState;
import helpdesk.local.stack.StackState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what runs. */
@Command(name = "status", description = "Show every part: state, process, port, memory. Exit code 0 if all are ready.")
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        Console console = Console.standard();
        DataDirectory directory = data.directory();
        Optional<Long> launcher = new RunningStack(directory).launcher();
        Optional<StackState> state =
                launcher.flatMap(pid -> StackState.read(directory.state()).filter(read -> read.launcherPid() == pid));
        if (launcher.isEmpty()) {
            console.line("Nothing runs on %s. Start it with './helpdesk up%s'."
                    .formatted(directory.root(), data.repeated()));
            return 1;
        }
        if (state.isEmpty()) {
            console.line(
                    "The helpdesk on %s (process %d) is just starting.".formatted(directory.root(), launcher.get()));
            return 1;
        }
        List<PartHealth> parts = state.get().parts().stream()
                .map(part -> PartHealth.of(state.get(), part))
                .toList();
        boolean ready = parts.stream().allMatch(PartHealth::ready);
        console.line("%s, %s, data in %s"
                .formatted(
                        state.get().url(), ready ? console.good("ready") : console.bad("not ready"), directory.root()));
        console.line();
        table(launcher.get(), parts).lines().forEach(console::line);
        return ready ? 0 : 1;
    }

    private static Table table(long launcher, List<PartHealth> parts) {
        Table table = new Table(2, 3, 4, 5, 6).row("part", "state", "pid", "port", "uptime", "restarts", "memory");
        long kibibytes = 0;
        for (PartHealth part : parts) {
            PartState state = part.state();
            OptionalLong memory = part.memory();
            kibibytes += memory.orElse(0);
            table.row(
                    state.name(),
                    part.word(),
                    part.process().map(process -> Long.toString(process.pid())).orElse("-"),
                    Integer.toString(state.port()),
                    part.process().map(StatusCommand::uptime).orElse("-"),
                    Integer.toString(state.restarts()),
                    megabytes(memory));
        }
        Optional<ProcessHandle> process = ProcessHandle.of(launcher);
        OptionalLong own = process.map(ResidentMemory::ofOne).orElse(OptionalLong.empty());
        table.row(
                "launcher",
                "ready",
                Long.toString(launcher),
                "-",
                process.map(StatusCommand::uptime).orElse("-"),
                "-",
                megabytes(own));
        return table.row("total", "", "", "", "", "", megabytes(OptionalLong.of(kibibytes + own.orElse(0))));
    }

    private static String megabytes(OptionalLong kibibytes) {
        return kibibytes.isPresent() ? kibibytes.getAsLong() / 1024 + " MB" : "-";
    }

    private static String uptime(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .map(StatusCommand::inWords)
                .orElse("-");
    }

    private static String inWords(Duration time) {
        if (time.toHours() > 0) {
            return "%d h %02d min".formatted(time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart())
                : time.toSeconds() + " s";
    }
}
