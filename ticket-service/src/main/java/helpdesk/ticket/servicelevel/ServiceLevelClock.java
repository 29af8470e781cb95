package helpdesk.ticket.servicelevel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One clock of a ticket. It runs towards a goal and a promise, and stands still while the ticket waits, so that a ticket that waits is
 * never late. How it ran is written down; goal and promise follow from that. A metric that begins again gets a new clock, the next
 * cycle; a clock that was met is never touched again.
 */
@Entity
// A clock that has told something, or was looked at, did not run otherwise: its spans stay as they are.
@DynamicUpdate
public class ServiceLevelClock {

    /** Of clocks that no edition makes run otherwise. */
    private static final long NOT_AGAIN = Long.MAX_VALUE;

    @Id
    private UUID id;

    private UUID ticketId;

    @Enumerated(EnumType.STRING)
    private Metric metric;

    private int cycle;

    /** The name of the policy that it runs by. */
    private String policy;

    private Instant startedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ClockSpan> spans;

    /** By which edition of the policies it was last judged. */
    private long edition;

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
        this.id = id;
        this.ticketId = ticketId;
        this.metric = metric;
        this.cycle = cycle;
        this.startedAt = now;
        this.spans = new ArrayList<>();
    }

    /**
     * Runs by these terms from now on, as far as the ticket waits for us. Without effect on one that was met.
     *
     * @param judgedBy the edition of the policies that the terms are from
     */
    void follow(PolicyTerms terms, TicketSituation ticket, long judgedBy, Instant now, Revisions revisions) {
        if (isOpen()) {
            boolean wasMerged = isMerged();
            if (!wasMerged || ticket.waiting() != Waiting.ANOTHER_TICKET) {
                policy = terms.name();
                enter(terms.span(metric, ticket.priority(), ticket.waiting(), now), revisions);
            }
            // Whatever changes, it stands still, most often for ever: judged again when the merge is taken back.
            edition = isMerged() ? NOT_AGAIN : judgedBy;
        }
    }

    private boolean isMerged() {
        List<ClockSpan> course = course();
        return !course.isEmpty() && course.getLast().waiting() == Waiting.ANOTHER_TICKET;
    }

    /**
     * Stops the clock. Without effect on one that was stopped.
     *
     * @param byItself whether no person did it: an automatic acknowledgement is measured apart
     */
    void meet(Instant now, boolean byItself, Revisions revisions) {
        if (isOpen()) {
            ClockSpan last = course().getLast();
            if (!last.counts() && last.target() != null) {
                // What is done in a pause ends it.
                enter(last.running(now), revisions);
            }
            metAt = last.from().isAfter(now) ? last.from() : now;
            automatic = byItself;
        }
    }

    /**
     * What there is to tell, once: that the goal has passed while it runs, or that the promise has. A promise that passed
     * unnoticed, because nobody was there to tell, is told afterwards, without the warning that would have come before.
     */
    Optional<ClockAlarm> alarm(Instant now) {
        if (breachedAt == null && isLate(now)) {
            // Of a goal that passed unnoticed the promise tells, too.
            boolean escalates = escalatesAt(EscalatesAt.PROMISE) || warnedAt == null && escalatesAt(EscalatesAt.GOAL);
            breachedAt = now;
            warnedAt = warnedAt == null ? now : warnedAt;
            return Optional.of(ClockAlarm.of(this, true, escalates));
        }
        if (warnedAt == null && isOpen() && pausedAt == null && goalAt != null && now.isAfter(goalAt)) {
            warnedAt = now;
            return Optional.of(ClockAlarm.of(this, false, escalatesAt(EscalatesAt.GOAL)));
        }
        return Optional.empty();
    }

    /** What was done, however late, needs nobody more experienced. */
    private boolean escalatesAt(EscalatesAt moment) {
        Target target = course().getLast().target();
        return isOpen() && target != null && target.escalatesAt() == moment;
    }

    /** The next span, when there is something new; one in the same moment is replaced. */
    private void enter(ClockSpan wanted, Revisions revisions) {
        List<ClockSpan> entered = new ArrayList<>(course());
        ClockSpan last = entered.isEmpty() ? null : entered.getLast();
        // A clock of the machine that was set back takes no time away.
        ClockSpan next = last == null || last.from().isBefore(wanted.from()) ? wanted : wanted.beginning(last.from());
        if (last != null && next.continues(last)) {
            return;
        }
        if (last != null && !last.from().isBefore(next.from())) {
            entered.removeLast();
        }
        entered.add(next);
        spans = entered;
        ClockCourse course = new ClockCourse(entered, revisions);
        goalAt = course.goalAt();
        promiseAt = course.promiseAt();
        pausedAt = next.counts() ? null : next.from();
    }

    /** How it ran: with clocks from before that was written down, as far as it is known. */
    List<ClockSpan> course() {
        return spans.isEmpty() && goalAt != null ? FormerPolicy.course(this) : List.copyOf(spans);
    }

    /** The revisions of policies that it ran by. */
    Set<UUID> revisions() {
        return spans.stream().map(ClockSpan::revision).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The edition of the policies that it was last judged by; 0 when that does not matter. */
    long judgedBy() {
        return isOpen() && edition != NOT_AGAIN ? edition : 0;
    }

    /** When it was last made to run otherwise. */
    Instant lastChangedAt() {
        return course().getLast().from();
    }

    boolean isOpen() {
        return metAt == null;
    }

    /** Whether something is promised, or was until it was too late. */
    boolean isPromised() {
        return promiseAt != null;
    }

    ClockState state(Instant now) {
        if (isLate(now)) {
            return ClockState.BREACHED;
        }
        if (metAt != null) {
            return ClockState.MET;
        }
        return pausedAt == null ? ClockState.RUNNING : ClockState.PAUSED;
    }

    /**
     * What is left until the promise, of the time that counts; negative when it has passed; of a clock that stands still, what was left
     * then.
     */
    Duration remaining(Instant now, Revisions revisions) {
        return new CountedSpans(course(), revisions).remaining(promiseAt, metAt != null ? metAt : now);
    }

    private boolean isLate(Instant now) {
        Instant read = metAt != null ? metAt : pausedAt != null ? pausedAt : now;
        return promiseAt != null && read.isAfter(promiseAt);
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

    Instant startedAt() {
        return startedAt;
    }

    Instant goalAt() {
        return goalAt;
    }

    Instant promiseAt() {
        return promiseAt;
    }

    Instant pausedAt() {
        return pausedAt;
    }

    Instant metAt() {
        return metAt;
    }

    boolean isAutomatic() {
        return automatic;
    }
}
