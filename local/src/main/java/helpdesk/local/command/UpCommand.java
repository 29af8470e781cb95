package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.stack.PortPlan;
import helpdesk.local.stack.SourceTree;
import helpdesk.local.stack.StackSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a stack and stays with it. */
@Command(name = "up", description = "Start everything and stay until Ctrl-C or 'down'.")
public final class UpCommand implements Callable<Integer> {

    @Mixin
    private HelpOption help = new HelpOption();

    /** Marks the process behind {@code --detach}. */
    static final String BACKGROUND = "--background";

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + PortPlan.DEFAULT_FIRST,
            description = "The gateway's port; the seven after it are used too (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--demo", description = "Fill in a small, lively data set once everything is ready.")
    private boolean demo;

    @Option(names = "--detach", description = "Go on in the background; return when everything is ready.")
    private boolean detach;

    @Option(names = BACKGROUND, hidden = true)
    private boolean background;

    @Override
    public Integer call() {
        StackSettings settings =
                new StackSettings(SourceTree.root(), data.directory(), new PortPlan(port), System.getenv());
        if (detach) {
            return new DetachedStart(settings, Console.standard()).run(argumentsInBackground(settings));
        }
        return new AttendedRun(settings, Console.standard(), data.repeated()).run(demo, background);
    }

    private List<String> argumentsInBackground(StackSettings settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "up", "--data", settings.data().root().toString(), "--port", Integer.toString(port), BACKGROUND));
        if (demo) {
            arguments.add("--demo");
        }
        return arguments;
    }
}
