package helpdesk.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How consumers do. */
@ApplicationScoped
class ConsumerMetrics {

    private static final Duration[] DELAYS = {
        Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1)
    };

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Timer> delays = new ConcurrentHashMap<>();

    ConsumerMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    void handled(String consumer, List<IncomingEvent> fresh, int duplicates) {
        Timer delay = delays.computeIfAbsent(consumer, this::delay);
        Instant now = clock.instant();
        fresh.forEach(event -> delay.record(Duration.between(event.time(), now)));
        count("handled", consumer, fresh.size());
        count("duplicates", consumer, duplicates);
    }

    private Timer delay(String consumer) {
        return Timer.builder("helpdesk.events.delay")
                .description("From when an event happened until it took effect here")
                .tag("consumer", consumer)
                .serviceLevelObjectives(DELAYS)
                .register(registry);
    }

    void retried(String consumer) {
        count("retries", consumer, 1);
    }

    void waiting(String consumer) {
        count("waits.for.database", consumer, 1);
    }

    void setAside(String consumer) {
        count("dead.letters", consumer, 1);
    }

    private void count(String what, String consumer, int amount) {
        if (amount > 0) {
            registry.counter("helpdesk.events." + what, "consumer", consumer).increment(amount);
        }
    }
}
