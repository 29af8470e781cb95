package helpdesk.platform.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
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

    private static final String HANDLED = "handled";
    private static final String DUPLICATES = "duplicates";
    private static final String RETRIES = "retries";
    private static final String WAITS = "waits.for.database";
    private static final String DEAD_LETTERS = "dead.letters";
    private static final List<String> COUNTED = List.of(HANDLED, DUPLICATES, RETRIES, WAITS, DEAD_LETTERS);

    private final MeterRegistry registry;
    private final Clock clock;
    private final Instance<NamedConsumer> consumers;
    private final Map<String, Timer> delays = new ConcurrentHashMap<>();

    ConsumerMetrics(MeterRegistry registry, Clock clock, @Any Instance<NamedConsumer> consumers) {
        this.registry = registry;
        this.clock = clock;
        this.consumers = consumers;
    }

    /** A count that begins with its first one does not look like an increase; so all are there, at nothing, from the start. */
    void begin(@Observes StartupEvent event) {
        consumers.forEach(one -> {
            delays.computeIfAbsent(one.consumer(), this::delay);
            COUNTED.forEach(what -> counter(what, one.consumer()));
        });
    }

    void handled(String consumer, List<IncomingEvent> fresh, int duplicates) {
        Timer delay = delays.computeIfAbsent(consumer, this::delay);
        Instant now = clock.instant();
        fresh.forEach(event -> delay.record(Duration.between(event.time(), now)));
        count(HANDLED, consumer, fresh.size());
        count(DUPLICATES, consumer, duplicates);
    }

    private Timer delay(String consumer) {
        return Timer.builder("helpdesk.events.delay")
                .description("From when an event happened until it took effect here")
                .tag("consumer", consumer)
                .serviceLevelObjectives(DELAYS)
                .register(registry);
    }

    void retried(String consumer) {
        count(RETRIES, consumer, 1);
    }

    void waiting(String consumer) {
        count(WAITS, consumer, 1);
    }

    void setAside(String consumer) {
        count(DEAD_LETTERS, consumer, 1);
    }

    private void count(String what, String consumer, int amount) {
        if (amount > 0) {
            counter(what, consumer).increment(amount);
        }
    }

    private Counter counter(String what, String consumer) {
        return registry.counter("helpdesk.events." + what, "consumer", consumer);
    }
}
