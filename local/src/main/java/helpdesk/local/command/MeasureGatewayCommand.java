package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.measure.GatewayMeasure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what the gateway costs. */
@Command(
        name = "measure-gateway",
        description = "Measure how much slower a read is through the gateway than at the service, in one run.")
public final class MeasureGatewayCommand implements Callable<Integer> {

    private static final int MOST_READS = 1_000_000;
    private static final int MOST_ROUNDS = 100;

    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--reads",
            paramLabel = "N",
            defaultValue = "5000",
            description =
                    "How often a ticket is read at each, one after the other, from 100 to 1000000 (default: ${DEFAULT-VALUE}).")
    private int reads;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description =
                    "How often 16 clients read together for 3 seconds at each, from 1 to 100 (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() {
        NumberOption.require("--reads", reads, 100, MOST_READS);
        NumberOption.require("--rounds", rounds, 1, MOST_ROUNDS);
        MeasuredStack stack = MeasuredStack.of(data);
        new GatewayMeasure(stack.admin(), stack.adminAt("ticket-service"), Console.standard()).run(reads, rounds);
        return 0;
    }
}
