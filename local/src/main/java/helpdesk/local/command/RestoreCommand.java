package helpdesk.local.command;

import helpdesk.local.backup.BackupContents;
import helpdesk.local.backup.Restoration;
import helpdesk.local.console.Console;
import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.SourceTree;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a stack's data from a backup. */
@Command(name = "restore", description = "Make a stack's data from a backup, where none is; 'up' starts it then.")
public final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "DIR", description = "The folder that 'backup' made.")
    private Path backup;

    @Override
    public Integer call() {
        Console console = Console.standard();
        DataDirectory directory = data.directory();
        Instant begin = Instant.now();
        BackupContents contents =
                new Restoration(backup, directory, SourceTree.kafkaLibraries(SourceTree.root()), console::line).run();
        console.line("Restored %s as it was at %s, in %s. Start it with './helpdesk up%s'."
                .formatted(
                        directory.root(),
                        contents.madeAt(),
                        Console.seconds(Duration.between(begin, Instant.now())),
                        data.repeated()));
        return 0;
    }
}
