package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.demo.HelpdeskApi;
import helpdesk.local.measure.LookupMeasure;
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

/** Measures how fast a running stack finds who makes contact. */
@Command(
        name = "measure-lookups",
        description = {
            "Fill the database of customers up to a number of made-up profiles, and measure how fast somebody is found.",
            "The profiles stay: use a stack that is there for measuring."
        })
public final class MeasureLookupsCommand implements Callable<Integer> {

    private static final int MOST_CUSTOMERS = 10_000_000;
    private static final int MOST_ROUNDS = 10_000;

    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many profiles there are to be, from 1000 to 10000000 (default: ${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How often each question is asked, from 10 to 10000 (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() {
        require("--customers", customers, 1_000, MOST_CUSTOMERS);
        require("--rounds", rounds, 10, MOST_ROUNDS);
        DataDirectory directory = data.directory();
        StackState state = new RunningStack(directory).ready(data, "then measure");
        String password = AdminPassword.kept(directory.adminPassword())
                .orElseThrow(() ->
                        new StartFailure("The administrator's password is needed in %s: put it back and measure again."
                                .formatted(directory.adminPassword())));
        HelpdeskApi gateway = HelpdeskApi.anonymous(state.url()).as("admin", password);
        PartState service = state.part("customer-service")
                .orElseThrow(() -> new StartFailure("customer-service does not run: './helpdesk status' tells more."));
        new LookupMeasure(
                        ServiceDatabase.of(ServiceKind.CUSTOMER, state, directory, System.getenv()),
                        gateway,
                        gateway.at("http://127.0.0.1:" + service.port()),
                        Console.standard())
                .run(customers, rounds);
        return 0;
    }

    private static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new StartFailure(
                    "%s takes a number from %d to %d; %d is not one.".formatted(option, least, most, value));
        }
    }
}
