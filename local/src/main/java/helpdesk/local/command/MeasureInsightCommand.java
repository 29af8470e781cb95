package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.measure.InsightMeasure;
import helpdesk.local.service.ServiceKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast a running stack tells what customers answered. */
@Command(
        name = "measure-insight",
        description = {
            "Fill the database of feedback up to a number of made-up answers, and measure how fast insight into them is given.",
            "The answers stay: use a stack that is there for measuring."
        })
public final class MeasureInsightCommand implements Callable<Integer> {

    private static final int MOST_ANSWERS = 20_000_000;
    private static final int MOST_ROUNDS = 10_000;

    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--answers",
            paramLabel = "N",
            defaultValue = "5000000",
            description = "How many answers there are to be, from 1000 to 20000000 (default: ${DEFAULT-VALUE}).")
    private int answers;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "200",
            description = "How often each question is asked, from 10 to 10000 (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() {
        NumberOption.require("--answers", answers, 1_000, MOST_ANSWERS);
        NumberOption.require("--rounds", rounds, 10, MOST_ROUNDS);
        MeasuredStack stack = MeasuredStack.of(data);
        new InsightMeasure(
                        stack.database(ServiceKind.FEEDBACK),
                        () -> stack.adminAt("feedback-service"),
                        Console.standard())
                .run(answers, rounds);
        return 0;
    }
}
