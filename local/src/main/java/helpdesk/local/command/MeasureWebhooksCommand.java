package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.measure.WebhookMeasure;
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
        NumberOption.require("--deliveries", deliveries, 400, MOST_DELIVERIES);
        NumberOption.require("--rounds", rounds, 1, MOST_ROUNDS);
        new WebhookMeasure(MeasuredStack.of(data).admin(), Console.standard()).run(deliveries, rounds);
        return 0;
    }
}
