package helpdesk.local.command;

import helpdesk.local.backup.Backup;
import helpdesk.local.backup.BackupContents;
import helpdesk.local.console.Console;
import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.StackState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies what a running stack has to keep. */
@Command(
        name = "backup",
        description = {
            "Copy everything the running stack has to keep into a new folder; it goes on serving meanwhile.",
            "The folder holds secrets and personal data: keep it where only you can read it."
        })
public final class BackupCommand implements Callable<Integer> {

    private static final int MEGABYTE = 1024 * 1024;

    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "DIR", description = "A folder that does not exist yet.")
    private Path target;

    @Override
    public Integer call() {
        Console console = Console.standard();
        DataDirectory directory = data.directory();
        StackState state = new RunningStack(directory).ready(data, "then back it up");
        Instant begin = Instant.now();
        BackupContents contents = new Backup(state, directory, target, Clock.systemUTC()).make();
        console.line("Backed up to %s in %s: databases of %d MB and %d events on their way."
                .formatted(
                        target,
                        Console.seconds(Duration.between(begin, Instant.now())),
                        contents.bytes() / MEGABYTE,
                        contents.events()));
        return 0;
    }
}
