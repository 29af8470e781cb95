package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import helpdesk.local.stack.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows logs. */
@Command(name = "logs", description = "Show the end of a part's log, or of all logs.")
public final class LogsCommand implements Callable<Integer> {

    @Mixin
    private HelpOption help = new HelpOption();

    private static final int LINES_OF_ONE = 100;
    private static final int LINES_OF_EACH = 10;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PART",
            description = "A service, postgres, kafka or launcher.")
    private String part;

    @Option(names = "-f", description = "Go on showing what is added, until Ctrl-C.")
    private boolean follow;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        DataDirectory directory = data.directory();
        List<Path> logs =
                parts().stream().map(directory::log).filter(Files::exists).toList();
        if (logs.isEmpty()) {
            throw new StartFailure("There is no log in %s yet: start with './helpdesk up%s'."
                    .formatted(directory.logs(), data.repeated()));
        }
        LogView view = new LogView(logs, Console.standard());
        view.showEnd(part == null ? LINES_OF_EACH : LINES_OF_ONE);
        if (follow) {
            view.follow();
        }
        return 0;
    }

    private List<String> parts() {
        List<String> all = Stream.concat(
                        Arrays.stream(ServiceKind.values()).map(ServiceKind::module),
                        Stream.of("kafka", "postgres", DetachedStart.LOG))
                .toList();
        if (part == null) {
            return all;
        }
        if (!all.contains(part)) {
            throw new StartFailure("There is no part '%s': name one of %s.".formatted(part, String.join(", ", all)));
        }
        return List.of(part);
    }
}
