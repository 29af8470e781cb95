package helpdesk.notification.booking;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Forgets links some time after they expired: they name people, and open nothing any more. */
@ApplicationScoped
class LinkRetention {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 1000;

    private final BookingLinks links;
    private final Clock clock;

    LinkRetention(BookingLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        links.forget(clock.instant().minus(KEPT), AT_ONCE);
    }
}
