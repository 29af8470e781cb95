package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.load.LoadOrder;
import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.ServiceDatabase;
import helpdesk.local.stack.StackState;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills the ticket database of a running stack, for measuring. */
@Command(
        name = "load",
        description = {
            "Fill the ticket database of the running stack with made-up tickets, to measure lists and search at scale.",
            "No events are sent: other services do not learn of these tickets."
        })
public final class LoadCommand implements Callable<Integer> {

    private static final long MOST_TICKETS = 20_000_000;

    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--tickets",
            paramLabel = "N",
            required = true,
            description = "How many tickets, from 1 to 20000000; each is about 15 rows in five tables.")
    private long tickets;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another number gives other tickets (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        if (tickets < 1 || tickets > MOST_TICKETS) {
            throw new StartFailure(
                    "--tickets takes a number from 1 to %d; %d is not one.".formatted(MOST_TICKETS, tickets));
        }
        DataDirectory directory = data.directory();
        StackState state = new RunningStack(directory).ready(data, "then load");
        LoadOrder order = LoadOrder.of(tickets, seed, Instant.now());
        if (state.ownsPostgres()) {
            directory.requireSpaceFor(order.bytes());
        }
        ServiceDatabase database = ServiceDatabase.of(ServiceKind.TICKET, state, directory, System.getenv());
        return new LoadRun(database, order, Console.standard()).run();
    }
}
