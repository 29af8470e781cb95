package helpdesk.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** How consumers do. */
@ApplicationScoped
class ConsumerMetrics {

    private final MeterRegistry registry;

    ConsumerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void handled(String consumer, int fresh, int duplicates) {
        count("handled", consumer, fresh);
        count("duplicates", consumer, duplicates);
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
