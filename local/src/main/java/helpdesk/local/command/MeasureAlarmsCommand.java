package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.measure.AlarmMeasure;
import helpdesk.local.service.ServiceKind;
import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.Replicas;
import helpdesk.local.stack.ServiceDatabase;
import helpdesk.local.stack.StackState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how late a running stack tells that promises have passed. */
@Command(
        name = "measure-alarms",
        description = {
            "Let promises pass within a minute, and measure how late each is told, by several processes of which one is killed.",
            "Makes clocks of the stack late: use one that is there for measuring."
        })
public final class MeasureAlarmsCommand implements Callable<Integer> {

    private static final int MOST_LATE = 1_000_000;
    private static final int MOST_PROCESSES = 8;

    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--late",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many promises pass, from 1 to 1000000 (default: ${DEFAULT-VALUE}).")
    private int late;

    @Option(
            names = "--processes",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "How many processes of the ticket service run, from 1 to 8; of several, one is killed (default: ${DEFAULT-VALUE}).")
    private int processes;

    @Override
    public Integer call() {
        NumberOption.require("--late", late, 1, MOST_LATE);
        NumberOption.require("--processes", processes, 1, MOST_PROCESSES);
        DataDirectory directory = data.directory();
        StackState state = new RunningStack(directory).ready(data, "then measure");
        ServiceDatabase database = ServiceDatabase.of(ServiceKind.TICKET, state, directory, System.getenv());
        Replicas replicas = new Replicas(state, directory, database, System.getenv());
        return new AlarmMeasure(database, replicas, Console.standard()).run(late, processes) ? 0 : 1;
    }
}
