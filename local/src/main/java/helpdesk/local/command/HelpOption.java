package helpdesk.local.command;

import picocli.CommandLine.Option;

/** The option that every command has. */
final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and do nothing.")
    private boolean help;
}
