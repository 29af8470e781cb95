package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.process.DirectoryLock;
import helpdesk.local.process.Signals;
import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.Orphans;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a stack, or what a killed launcher left of it. */
@Command(name = "down", description = "Stop what 'up' started; the data is kept.")
public final class DownCommand implements Callable<Integer> {

    @Mixin
    private HelpOption help = new HelpOption();

    /** A service may take 15 s, Kafka and PostgreSQL 20 s each. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        Console console = Console.standard();
        DataDirectory directory = data.directory();
        if (!Files.isDirectory(directory.root())) {
            console.line("Nothing runs: %s does not exist.".formatted(directory.root()));
            return 0;
        }
        RunningStack running = new RunningStack(directory);
        Optional<Long> launcher = running.launcher();
        if (launcher.isPresent()) {
            return stop(running, launcher.get(), console);
        }
        try (DirectoryLock _ = running.take(data.repeated())) {
            int stopped = new Orphans(directory, console::line).stop();
            console.line(stopped == 0 ? "Nothing runs on %s.".formatted(directory.root()) : "Stopped.");
            return 0;
        }
    }

    private int stop(RunningStack running, long launcher, Console console) {
        Instant begin = Instant.now();
        console.line("Stopping the helpdesk on %s (process %d)."
                .formatted(running.data().root(), launcher));
        Signals.send(launcher, "TERM");
        Optional<DirectoryLock> lock = running.takeWithin(PATIENCE);
        if (lock.isEmpty()) {
            console.line(
                    "It has not stopped after %d s. End it with 'kill -9 %d' and run './helpdesk down%s' again, which then stops what is left."
                            .formatted(PATIENCE.toSeconds(), launcher, data.repeated()));
            return 1;
        }
        try (DirectoryLock _ = lock.get()) {
            new Orphans(running.data(), console::line).stop();
        }
        console.line("Stopped after %s; everything is kept."
                .formatted(Console.seconds(Duration.between(begin, Instant.now()))));
        return 0;
    }
}
