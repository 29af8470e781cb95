package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.measure.ListMeasure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast a running stack answers, with the tickets that it has. */
@Command(
        name = "measure",
        description = "Measure how fast the running stack reads, lists, searches and counts, through the gateway.")
public final class MeasureCommand implements Callable<Integer> {

    private static final int MOST_ROUNDS = 10_000;

    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "200",
            description = "How often each question is asked, from 10 to 10000 (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() {
        NumberOption.require("--rounds", rounds, 10, MOST_ROUNDS);
        new ListMeasure(MeasuredStack.of(data).admin(), rounds, Console.standard()).run();
        return 0;
    }
}
