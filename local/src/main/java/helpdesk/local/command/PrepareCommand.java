package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.demo.Demonstration;
import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.Preparation;
import helpdesk.local.stack.SourceTree;
import helpdesk.local.stack.StackSettings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes later starts quick. The script runs it once, after the first build. */
@Command(
        name = "prepare",
        description = "Make later starts quick: run everything once on throw-away data and keep what the JVMs learned.")
public final class PrepareCommand implements Callable<Integer> {

    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public Integer call() {
        Console console = Console.standard();
        console.line("Preparing quick starts, once for a build. This takes about a minute.");
        try {
            new Preparation(SourceTree.root(), console, PrepareCommand::exercise).run();
            return 0;
        } catch (StartFailure failure) {
            console.line("Quick starts could not be prepared; everything works without, only starts more slowly. "
                    + failure.getMessage());
            return 1;
        }
    }

    /** The demonstration passes through all services; how far it comes does not matter here. */
    private static void exercise(StackSettings settings) {
        try {
            Console silence = new Console(new PrintStream(OutputStream.nullOutputStream()), false);
            new Demonstration(settings.localUrl(), settings.data(), silence).fillOnce();
        } catch (StartFailure incomplete) {
            return;
        }
    }
}
