package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.demo.HelpdeskApi;
import helpdesk.local.measure.WebhookMeasure;
import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.AdminPassword;
import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.StackState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures whether a webhook that hangs makes others wait. */
@Command(
        name = "measure-webhooks",
        description = {
            "Tell four webhooks on this machine of many events, with and without a fifth one that hangs, and measure how long it takes.",
            "The stack has to be started with HELPDESK_WEBHOOK_ALLOWED_NETWORKS=127.0.0.0/8."
        })
public final class MeasureWebhooksCommand implements Callable<Integer> {

    private static final int MOST_DELIVERIES = 100_000;
    private static final int MOST_ROUNDS = 20;

    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--deliveries",
            paramLabel = "N",
            defaultValue = "10000",
            description =
                    "How many deliveries there are in each round, from 400 to 100000 (default: ${DEFAULT-VALUE}).")
    private int deliveries;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often both are measured, from 1 to 20 (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() {
        require("--deliveries", deliveries, 400, MOST_DELIVERIES);
        require("--rounds", rounds, 1, MOST_ROUNDS);
        DataDirectory directory = data.directory();
        StackState state = new RunningStack(directory).ready(data, "then measure");
        String password = AdminPassword.kept(directory.adminPassword())
                .orElseThrow(() ->
                        new StartFailure("The administrator's password is needed in %s: put it back and measure again."
                                .formatted(directory.adminPassword())));
        HelpdeskApi admin = HelpdeskApi.anonymous(state.url()).as("admin", password);
        new WebhookMeasure(() -> admin, Console.standard()).run(deliveries, rounds);
        return 0;
    }

    private static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new StartFailure(
                    "%s takes a number from %d to %d; %d is not one.".formatted(option, least, most, value));
        }
    }
}
