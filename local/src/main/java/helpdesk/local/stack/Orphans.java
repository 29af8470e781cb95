package helpdesk.local.stack;

import helpdesk.local.kafka.KafkaBroker;
import helpdesk.local.postgres.PostgresServer;
import helpdesk.local.process.ChildProcess;
import helpdesk.local.process.CommandLines;
import helpdesk.local.service.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Processes of a stack whose launcher was killed. They are recognised by an argument of their command lines that names the data
 * directory, so neither a process number that was given anew nor another stack can be mistaken for one.
 */
public final class Orphans {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final DataDirectory data;
    private final Consumer<String> notices;

    /** @param notices told in a sentence what was stopped */
    public Orphans(DataDirectory data, Consumer<String> notices) {
        this.data = data;
        this.notices = notices;
    }

    /**
     * Stops them in order: services, then Kafka, then PostgreSQL. The caller holds the lock of the data directory.
     *
     * @return how many there were
     */
    public int stop() {
        AtomicInteger stopped = new AtomicInteger();
        List<ProcessHandle> services = services();
        // All are asked before the first is waited for.
        services.forEach(ProcessHandle::destroy);
        services.forEach(process -> ChildProcess.stop(process, "TERM", STOP_PATIENCE));
        if (!services.isEmpty()) {
            stopped.addAndGet(services.size());
            notices.accept("%d %s of an earlier run (its launcher was killed) still ran; %s stopped first."
                    .formatted(
                            services.size(),
                            services.size() == 1 ? "service" : "services",
                            services.size() == 1 ? "it was" : "they were"));
        }
        Consumer<String> counted = notice -> {
            stopped.incrementAndGet();
            notices.accept(notice);
        };
        KafkaBroker.stopOrphan(data.kafka(), counted);
        PostgresServer.stopOrphan(data.postgres(), counted);
        return stopped.get();
    }

    /** @return services of this stack that run now */
    List<ProcessHandle> services() {
        return CommandLines.processesWith(List.of(ServiceProcess.mark(data.root())));
    }
}
