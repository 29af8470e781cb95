package helpdesk.local;

import helpdesk.local.command.BackupCommand;
import helpdesk.local.command.DownCommand;
import helpdesk.local.command.LoadCommand;
import helpdesk.local.command.LogsCommand;
import helpdesk.local.command.MeasureAlarmsCommand;
import helpdesk.local.command.MeasureCommand;
import helpdesk.local.command.MeasureGatewayCommand;
import helpdesk.local.command.MeasureInsightCommand;
import helpdesk.local.command.MeasureLookupsCommand;
import helpdesk.local.command.MeasureOverloadCommand;
import helpdesk.local.command.MeasureWebhooksCommand;
import helpdesk.local.command.PrepareCommand;
import helpdesk.local.command.ResetCommand;
import helpdesk.local.command.RestoreCommand;
import helpdesk.local.command.StatusCommand;
import helpdesk.local.command.TestCommand;
import helpdesk.local.command.UpCommand;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program behind the script {@code helpdesk}: starts the whole product on one machine, and looks after it. */
@Command(
        name = "helpdesk",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            LoadCommand.class,
            MeasureCommand.class,
            MeasureAlarmsCommand.class,
            MeasureGatewayCommand.class,
            MeasureInsightCommand.class,
            MeasureLookupsCommand.class,
            MeasureOverloadCommand.class,
            MeasureWebhooksCommand.class,
            TestCommand.class,
            PrepareCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ResetCommand.class
        })
public final class Launcher implements Runnable {

    @Option(
            names = {"-h", "--help"},
            description = "Show this.")
    private boolean help;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        int exitCode = new CommandLine(new Launcher())
                .setExecutionExceptionHandler((problem, command, result) -> explain(problem))
                .execute(arguments);
        System.exit(exitCode);
    }

    @Override
    public void run() {
        System.out.print(help());
    }

    /** @return what the script prints for {@code --help} too */
    static String help() {
        try (InputStream text = Launcher.class.getResourceAsStream("help.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int explain(Exception problem) {
        if (problem instanceof StartFailure failure) {
            System.err.println(failure.getMessage());
        } else {
            System.err.println(
                    "The launcher met something it did not expect, which is a fault in it. Please report this:");
            problem.printStackTrace();
        }
        return 1;
    }
}
