package helpdesk.local.stack;

import helpdesk.local.kafka.KafkaBroker;
import helpdesk.local.kafka.KafkaSettings;
import helpdesk.local.process.Part;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The stack's own Kafka broker.
 *
 * @param settings how it is run
 * @param notices told what was repaired
 */
record KafkaPart(KafkaSettings settings, Consumer<String> notices) implements Part {

    static final String NAME = "kafka";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return settings.port();
    }

    @Override
    public Path log() {
        return settings.logFile();
    }

    @Override
    public RunningPart start(Instant deadline, Consumer<ProcessHandle> spawned) {
        KafkaBroker broker = KafkaBroker.start(settings, notices);
        spawned.accept(broker.process().toHandle());
        return new Running(broker);
    }

    private record Running(KafkaBroker broker) implements RunningPart {
        @Override
        public Process process() {
            return broker.process();
        }

        @Override
        public void stop() {
            broker.close();
        }
    }
}
