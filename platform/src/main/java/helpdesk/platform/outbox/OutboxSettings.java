package helpdesk.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How this service's events leave it. */
@ConfigMapping(prefix = "helpdesk.outbox")
public interface OutboxSettings {

    /** The one topic that this service owns, for example {@code helpdesk.ticket}. */
    String topic();

    /** The CloudEvents source, for example {@code /ticket-service}. */
    String source();

    /** Whether this process relays. Another replica may do it instead. */
    @WithDefault("true")
    boolean relay();

    /** How long the relay sleeps when nothing wakes it: what other replicas commit waits at most this long. */
    @WithDefault("PT0.05S")
    Duration poll();

    /** How many events go out in one batch, 1–10,000. */
    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int batch();
}
