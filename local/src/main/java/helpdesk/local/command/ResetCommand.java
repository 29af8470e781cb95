package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.process.DirectoryLock;
import helpdesk.local.process.FileTree;
import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.Orphans;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes a stack's data. */
@Command(name = "reset", description = "Remove all data, after asking.")
public final class ResetCommand implements Callable<Integer> {

    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        Console console = Console.standard();
        DataDirectory directory = data.directory();
        if (!Files.isDirectory(directory.root())) {
            console.line("There is nothing to remove: %s does not exist.".formatted(directory.root()));
            return 0;
        }
        if (!directory.isOurs()) {
            throw new StartFailure("%s holds no data of a helpdesk, so nothing is removed: check what --data names."
                    .formatted(directory.root()));
        }
        try (DirectoryLock _ = new RunningStack(directory).take(data.repeated())) {
            if (!yes && !confirmed(console, directory)) {
                console.line("Nothing was removed.");
                return 1;
            }
            new Orphans(directory, console::line).stop();
            FileTree.delete(directory.root());
        } catch (UncheckedIOException e) {
            throw new StartFailure(
                    "%s could not be removed completely (%s): see that it belongs to you."
                            .formatted(directory.root(), e.getCause().getMessage()),
                    e);
        }
        console.line("Removed %s.".formatted(directory.root()));
        return 0;
    }

    private static boolean confirmed(Console console, DataDirectory directory) {
        console.line("This removes every ticket, customer, account and event in %s.".formatted(directory.root()));
        console.line("Type 'yes' to go on:");
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return answer != null && answer.strip().equalsIgnoreCase("yes");
        } catch (IOException noTerminal) {
            return false;
        }
    }
}
