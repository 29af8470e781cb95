package helpdesk.notification.mailbox;

import helpdesk.platform.persistence.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** How many mails came, and whether the server can be read. */
@ApplicationScoped
class MailMetrics {

    private final Map<MailState, Counter> taken = new EnumMap<>(MailState.class);
    private final AtomicInteger failures = new AtomicInteger();
    private final AfterCommit afterCommit;

    MailMetrics(MeterRegistry registry, AfterCommit afterCommit) {
        this.afterCommit = afterCommit;
        for (MailState state : MailState.values()) {
            taken.put(
                    state,
                    Counter.builder("helpdesk.mailbox.mails")
                            .description("Mails that were taken")
                            .tag("state", state.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        Gauge.builder("helpdesk.mailbox.failures", failures, AtomicInteger::get)
                .description("Attempts in a row to read the mail server that failed")
                .register(registry);
    }

    /** Counts when the transaction at hand commits. */
    void took(MailState state) {
        afterCommit.run(taken.get(state)::increment);
    }

    void failed() {
        failures.incrementAndGet();
    }

    void succeeded() {
        failures.set(0);
    }
}
