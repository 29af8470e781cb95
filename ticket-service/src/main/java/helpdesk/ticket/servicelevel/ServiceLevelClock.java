package helpdesk.ticket.servicelevel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One clock of a ticket. It runs towards a goal and a promise; a pause moves both by its length, so that a paused ticket is
 * never late. A metric that begins again gets a new clock, the next cycle; a clock that was met is never touched again.
 */
@Entity
public class ServiceLevelClock {

    @Id
    private UUID id;

    private UUID ticketId;

    @Enumerated(EnumType.STRING)
    private Metric metric;

    private int cycle;
    private String policy;
    private Instant startedAt;
    private Instant goalAt;
    private Instant promiseAt;
    private Instant pausedAt;
    private Instant metAt;
    private boolean automatic;
    private Instant warnedAt;
    private Instant breachedAt;

    /** When there is something to tell next; null when nothing will be. The database keeps it. */
    @Column(insertable = false, updatable = false)
    private Instant alarmAt;

    /** For the persistence provider. */
    protected ServiceLevelClock() {}

    ServiceLevelClock(UUID id, UUID ticketId, Metric metric, int cycle, Instant now) {
        Target target = StandardPolicy.target(metric);
        this.id = id;
        this.ticketId = ticketId;
        this.metric = metric;
        this.cycle = cycle;
        this.policy = StandardPolicy.NAME;
        this.startedAt = now;
        this.goalAt = now.plus(target.goal());
        this.promiseAt = now.plus(target.promise());
    }

    /** Lets the time stand still. Without effect on a clock that is paused, met, or never pauses. */
    void pause(Instant now) {
        if (metric.pauses()) {
            stop(now);
        }
    }

    /**
     * Lets the time stand still, whatever it measures: nobody will do here what it waits for.
     *
     * @return whether it was running
     */
    boolean stop(Instant now) {
        boolean runs = isOpen() && pausedAt == null;
        if (runs) {
            pausedAt = now;
        }
        return runs;
    }

    /** Lets the time go on; goal and promise move by the length of the pause. */
    void resume(Instant now) {
        if (pausedAt != null) {
            // A clock of the machine that was set back makes no pause shorter than none.
            Duration pause = now.isAfter(pausedAt) ? Duration.between(pausedAt, now) : Duration.ZERO;
            goalAt = goalAt.plus(pause);
            promiseAt = promiseAt.plus(pause);
            pausedAt = null;
        }
    }

    /**
     * Stops the clock. Without effect on one that was stopped.
     *
     * @param byItself whether no person did it: an automatic acknowledgement is measured apart
     */
    void meet(Instant now, boolean byItself) {
        if (isOpen()) {
            resume(now);
            metAt = now;
            automatic = byItself;
        }
    }

    /**
     * What there is to tell, once: that the goal has passed while it runs, or that the promise has. A promise that passed
     * unnoticed, because nobody was there to tell, is told afterwards, without the warning that would have come before.
     */
    Optional<ClockAlarm> alarm(Instant now) {
        if (breachedAt == null && read(now).isAfter(promiseAt)) {
            breachedAt = now;
            warnedAt = warnedAt == null ? now : warnedAt;
            return Optional.of(ClockAlarm.of(this, true));
        }
        if (warnedAt == null && isOpen() && pausedAt == null && now.isAfter(goalAt)) {
            warnedAt = now;
            return Optional.of(ClockAlarm.of(this, false));
        }
        return Optional.empty();
    }

    boolean isOpen() {
        return metAt == null;
    }

    ClockState state(Instant now) {
        if (metAt != null) {
            return metAt.isAfter(promiseAt) ? ClockState.BREACHED : ClockState.MET;
        }
        if (pausedAt != null) {
            return pausedAt.isAfter(promiseAt) ? ClockState.BREACHED : ClockState.PAUSED;
        }
        return now.isAfter(promiseAt) ? ClockState.BREACHED : ClockState.RUNNING;
    }

    /** What is left until the promise, negative when it has passed; of a clock that stands still, what was left then. */
    Duration remaining(Instant now) {
        return Duration.between(read(now), promiseAt);
    }

    /** Up to when its time has counted. */
    private Instant read(Instant now) {
        return metAt != null ? metAt : pausedAt != null ? pausedAt : now;
    }

    UUID id() {
        return id;
    }

    public UUID ticketId() {
        return ticketId;
    }

    Metric metric() {
        return metric;
    }

    int cycle() {
        return cycle;
    }

    String policy() {
        return policy;
    }

    Instant goalAt() {
        return goalAt;
    }

    Instant promiseAt() {
        return promiseAt;
    }

    Instant metAt() {
        return metAt;
    }
}
