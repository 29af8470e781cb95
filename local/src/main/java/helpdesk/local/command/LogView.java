package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.process.LogTail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Log files on the screen; several are told apart by their names. */
final class LogView {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final List<Path> logs;
    private final Console console;
    private final Map<Path, Long> shown = new HashMap<>();

    LogView(List<Path> logs, Console console) {
        this.logs = logs;
        this.console = console;
    }

    void showEnd(int lines) {
        for (Path log : logs) {
            if (logs.size() > 1) {
                console.line(console.strong("== " + name(log)));
            }
            long end = LogTail.end(log);
            List<String> text = LogTail.textFrom(log, 0).lines().toList();
            text.subList(Math.max(0, text.size() - lines), text.size()).forEach(console::line);
            shown.put(log, end);
        }
    }

    /** Returns when interrupted. */
    void follow() {
        while (!Thread.currentThread().isInterrupted()) {
            logs.forEach(this::showNew);
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void showNew(Path log) {
        long end = LogTail.end(log);
        // A shorter file is a new one: the old one was renamed.
        long from = end < shown.get(log) ? 0 : shown.get(log);
        String prefix = logs.size() > 1 ? name(log) + " | " : "";
        LogTail.textFrom(log, from).lines().forEach(line -> console.line(prefix + line));
        shown.put(log, end);
    }

    private static String name(Path log) {
        return log.getFileName().toString().replace(".log", "");
    }
}
