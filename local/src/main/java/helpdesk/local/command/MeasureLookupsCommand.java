package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.measure.LookupMeasure;
import helpdesk.local.service.ServiceKind;
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
        NumberOption.require("--customers", customers, 1_000, MOST_CUSTOMERS);
        NumberOption.require("--rounds", rounds, 10, MOST_ROUNDS);
        MeasuredStack stack = MeasuredStack.of(data);
        new LookupMeasure(
                        stack.database(ServiceKind.CUSTOMER),
                        stack.admin(),
                        stack.adminAt("customer-service"),
                        Console.standard())
                .run(customers, rounds);
        return 0;
    }
}
