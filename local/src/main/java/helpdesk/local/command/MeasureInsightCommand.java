package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.demo.HelpdeskApi;
import helpdesk.local.measure.InsightMeasure;
import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import helpdesk.local.stack.AdminPassword;
import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.PartState;
import helpdesk.local.stack.ServiceDatabase;
import helpdesk.local.stack.StackState;
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
        require("--answers", answers, 1_000, MOST_ANSWERS);
        require("--rounds", rounds, 10, MOST_ROUNDS);
        DataDirectory directory = data.directory();
        StackState state = new RunningStack(directory).ready(data, "then measure");
        String password = AdminPassword.kept(directory.adminPassword())
                .orElseThrow(() ->
                        new StartFailure("The administrator's password is needed in %s: put it back and measure again."
                                .formatted(directory.adminPassword())));
        PartState service = state.part("feedback-service")
                .orElseThrow(() -> new StartFailure("feedback-service does not run: './helpdesk status' tells more."));
        new InsightMeasure(
                        ServiceDatabase.of(ServiceKind.FEEDBACK, state, directory, System.getenv()),
                        () -> HelpdeskApi.anonymous(state.url())
                                .as("admin", password)
                                .at("http://127.0.0.1:" + service.port()),
                        Console.standard())
                .run(answers, rounds);
        return 0;
    }

    private static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new StartFailure(
                    "%s takes a number from %d to %d; %d is not one.".formatted(option, least, most, value));
        }
    }
}
