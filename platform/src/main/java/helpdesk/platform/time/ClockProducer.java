package helpdesk.platform.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock everything reads. Tests bring one that they can move. */
class ClockProducer {

    /** UTC, in whole microseconds: what PostgreSQL keeps, so that a time read back equals the time written. */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
