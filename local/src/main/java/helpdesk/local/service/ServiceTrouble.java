package helpdesk.local.service;

import helpdesk.local.console.Console;
import helpdesk.local.process.LogTail;
import helpdesk.local.process.StartFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks for the reason why a service does not serve.
 *
 * @param name the service
 * @param log its log
 * @param logStart where this start's lines begin in it, in bytes
 */
record ServiceTrouble(String name, Path log, long logStart) {

    private static final Pattern TELLING =
            Pattern.compile("ERROR|FATAL|Caused by|Exception|Error:|refused|No space left");
    private static final int LINES_SEARCHED = 400;
    private static final int LINES_SHOWN = 6;

    StartFailure ended(int exitCode, Instant start) {
        return new StartFailure("%s ended with exit code %d after %s.%s"
                .formatted(name, exitCode, Console.seconds(Duration.between(start, Instant.now())), reason()));
    }

    StartFailure notReady(Readiness last, Instant start) {
        String health = last.detail().isBlank()
                ? " It does not answer at /q/health/ready."
                : " Its health says: " + last.detail().replaceAll("\\s+", " ");
        return new StartFailure("%s was not ready after %s; HELPDESK_START_TIMEOUT gives it more seconds.%s%s"
                .formatted(name, Console.seconds(Duration.between(start, Instant.now())), health, reason()));
    }

    private String reason() {
        List<String> lines = LogTail.meaningfulLines(log, logStart, LINES_SEARCHED);
        if (lines.isEmpty()) {
            return " It wrote nothing to its log, %s.".formatted(log);
        }
        List<String> telling =
                lines.stream().filter(line -> TELLING.matcher(line).find()).toList();
        List<String> shown = telling.isEmpty() ? lines : telling;
        String advice = String.join("\n", shown).contains("No space left") ? " The disk is full: free some space." : "";
        return "%s Its log, %s, says:\n  %s"
                .formatted(
                        advice,
                        log,
                        String.join("\n  ", shown.subList(Math.max(0, shown.size() - LINES_SHOWN), shown.size())));
    }
}
