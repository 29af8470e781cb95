package helpdesk.local.kafka;

import helpdesk.local.process.LogTail;
import helpdesk.local.process.StartFailure;

/** Reads a broker's log for the reason why it did not start. */
final class KafkaTrouble {

    private KafkaTrouble() {}

    static StartFailure of(String what, KafkaSettings settings, long logStart) {
        String said = LogTail.textFrom(settings.logFile(), logStart);
        if (said.contains("No space left")) {
            return new StartFailure("The disk is full, so Kafka can't start: free space in %s and start again."
                    .formatted(settings.dataDirectory()));
        }
        if (said.contains("Address already in use")) {
            return new StartFailure(
                    "Port %d or %d is in use, so Kafka can't start: end the program that holds it, or choose another port."
                            .formatted(settings.port(), settings.controllerPort()));
        }
        return new StartFailure("%s. Its log, %s, ends with:\n  %s"
                .formatted(
                        what,
                        settings.logFile(),
                        String.join("\n  ", LogTail.meaningfulLines(settings.logFile(), logStart, 4))));
    }
}
