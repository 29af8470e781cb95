package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.demo.HelpdeskApi;
import helpdesk.local.measure.ListMeasure;
import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.AdminPassword;
import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.StackState;
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
        if (rounds < 10 || rounds > MOST_ROUNDS) {
            throw new StartFailure(
                    "--rounds takes a number from 10 to %d; %d is not one.".formatted(MOST_ROUNDS, rounds));
        }
        DataDirectory directory = data.directory();
        StackState state = new RunningStack(directory).ready(data, "then measure");
        String password = AdminPassword.kept(directory.adminPassword())
                .orElseThrow(() ->
                        new StartFailure("The administrator's password is needed in %s: put it back and measure again."
                                .formatted(directory.adminPassword())));
        HelpdeskApi api = HelpdeskApi.anonymous(state.url()).as("admin", password);
        new ListMeasure(api, rounds, Console.standard()).run();
        return 0;
    }
}
