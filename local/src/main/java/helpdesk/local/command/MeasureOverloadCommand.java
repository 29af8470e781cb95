package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.measure.ConnectionMeasure;
import helpdesk.local.measure.FaultMeasure;
import helpdesk.local.measure.OverloadMeasure;
import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.PartState;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what the gateway does when there is too much to do. */
@Command(
        name = "measure-overload",
        description =
                "Measure what becomes of requests when too many come, of clients that do nothing or next to nothing,"
                        + " and beside a service that hangs or is dead.")
public final class MeasureOverloadCommand implements Callable<Integer> {

    private static final int MOST_SECONDS = 300;
    private static final int MOST_CONNECTIONS = 50_000;

    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "15",
            description =
                    "How long five times as many requests come as can be answered, from 5 to 300 (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--idle",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many connections do nothing, from 100 to 50000 (default: ${DEFAULT-VALUE}).")
    private int idle;

    @Option(
            names = "--faults",
            description = "Stop feedback-service for a while, too, and kill it; it is started again.")
    private boolean faults;

    @Override
    public Integer call() {
        NumberOption.require("--seconds", seconds, 5, MOST_SECONDS);
        NumberOption.require("--idle", idle, 100, MOST_CONNECTIONS);
        MeasuredStack stack = MeasuredStack.of(data);
        Console console = Console.standard();
        new OverloadMeasure(stack.admin(), console).run(Duration.ofSeconds(seconds));
        ConnectionMeasure connections = new ConnectionMeasure(stack.state().port(), console);
        connections.idle(idle);
        connections.slow();
        if (faults) {
            PartState feedback = stack.state()
                    .part("feedback-service")
                    .orElseThrow(
                            () -> new StartFailure("feedback-service does not run: './helpdesk status' tells more."));
            new FaultMeasure(stack.admin(), feedback.pid(), console).run();
        }
        return 0;
    }
}
