package helpdesk.notification.calendar;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Retention;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Keeps a window free while somebody asks the customer whether it suits. */
@ApplicationScoped
class HoldService {

    static final Duration KEPT = Duration.ofMinutes(5);

    private final AgentTimes times;
    private final FreeWindows freeWindows;
    private final WindowRules rules;
    private final Retention retention;
    private final Clock clock;

    HoldService(AgentTimes times, FreeWindows freeWindows, WindowRules rules, Retention retention, Clock clock) {
        this.times = times;
        this.freeWindows = freeWindows;
        this.rules = rules;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Keeps the window for five minutes.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, or {@code agent-busy} with the nearest free windows
     */
    @Transactional
    HoldView hold(HoldWindow wanted) {
        Window window = rules.require(wanted.windowStart(), wanted.windowEnd());
        UUID id = Ids.next();
        if (!times.hold(id, wanted.agentId(), window, clock.instant().plus(KEPT))) {
            throw freeWindows.busy(wanted.agentId(), window);
        }
        return read(id);
    }

    /**
     * A hold that is still good.
     *
     * @throws helpdesk.platform.problem.Problem {@code appointment-hold-not-found}
     */
    @Transactional
    HoldView read(UUID id) {
        return times.hold(id)
                .map(HoldView::of)
                .orElseThrow(() -> NotificationProblem.APPOINTMENT_HOLD_NOT_FOUND.problem(
                        "It was confirmed, or its five minutes are over. Hold the window again."));
    }

    /** Those whose time is over block nobody; they are only cleared away. */
    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetExpired() {
        retention.deleteOlder("agent_time", "held_until", clock.instant());
    }
}
