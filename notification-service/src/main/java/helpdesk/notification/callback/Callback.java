package helpdesk.notification.callback;

import helpdesk.notification.NotificationProblem;
import helpdesk.notification.capacity.CallingRules;
import helpdesk.notification.capacity.OpenSlots;
import helpdesk.notification.capacity.Slot;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.OptimisticLock;

/** A call back to a customer at a time the customer chose, instead of a long wait (practice 15). */
@Entity
public class Callback extends CallbackRequest {

    /** So long it is for one person to make, who took it on. */
    static final Duration CLAIM = Duration.ofMinutes(15);

    @Enumerated(EnumType.STRING)
    private CallbackStatus status;

    private Instant dueAt;

    @Embedded
    private CallbackClaim claim;

    /** Whoever reads it does not see this, so that they are not told that it changed. */
    @OptimisticLock(excluded = true)
    private Instant remindAt;

    private boolean promiseMissed;
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "callback_attempt", joinColumns = @JoinColumn(name = "callback_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    private List<CallbackAttempt> attempts = new ArrayList<>();

    /** For the persistence provider. */
    protected Callback() {}

    /** A callback in a slot in which a place was taken for it. */
    Callback(UUID id, BookCallback wish, Slot slot, CallingRules rules, String bookedBy, Instant now) {
        this(id, wish, bookedBy, now);
        this.status = CallbackStatus.SCHEDULED;
        schedule(slot, rules, now);
    }

    /** A callback for which no time is free. It is due from the wished time on, or at once. */
    Callback(UUID id, BookCallback wish, String bookedBy, Instant now) {
        super(id, wish, bookedBy, now);
        this.status = CallbackStatus.REQUESTED;
        this.dueAt = canWaitFor(wish.slotStart(), now) ? wish.slotStart() : now;
        this.updatedAt = now;
    }

    /** The event of its booking, or of the wish for which nothing could be booked. */
    CallbackEvent.Requested requested() {
        return new CallbackEvent.Requested(CallbackFacts.of(this));
    }

    /**
     * Somebody takes it on to call now; again, when they did before.
     *
     * @throws helpdesk.platform.problem.Problem {@code transition-not-allowed} when it is over, {@code callback-not-due}, or
     *     {@code callback-claimed} by another
     */
    void claim(String by, Instant now) {
        status.requireNext(CallbackStatus.QUEUED);
        if (dueAt.isAfter(now)) {
            throw NotificationProblem.CALLBACK_NOT_DUE
                    .problem("It is due at %s. Take it on then.", dueAt)
                    .member("dueAt", dueAt);
        }
        requireMayCall(by, now);
        claim = new CallbackClaim(by, now.plus(CLAIM));
        updatedAt = now;
    }

    /**
     * Lets nobody call while another has taken it on.
     *
     * @throws helpdesk.platform.problem.Problem {@code callback-claimed}
     */
    void requireMayCall(String by, Instant now) {
        claimAt(now).ifPresent(present -> present.require(by));
    }

    /**
     * Takes down a call. What follows from it, {@link #conclude} does.
     *
     * @throws helpdesk.platform.problem.Problem {@code transition-not-allowed} when it is over
     */
    CallbackEvent.Attempted attempt(
            AttemptOutcome outcome, String note, String madeBy, CallingRules rules, Instant now) {
        go(outcome == AttemptOutcome.ANSWERED ? CallbackStatus.ATTEMPTING : CallbackStatus.NO_ANSWER, now);
        attempts.add(new CallbackAttempt(now, outcome, note, madeBy));
        dueAt = status == CallbackStatus.NO_ANSWER ? now.plus(rules.pause()) : null;
        return new CallbackEvent.Attempted(CallbackFacts.of(this), outcome, attempts.size(), now);
    }

    /** Ends it when the customer was spoken with, or was not reached in the last attempt; else it goes on. */
    Optional<CallbackEvent> conclude(CallingRules rules, Instant now) {
        if (status == CallbackStatus.ATTEMPTING) {
            go(CallbackStatus.COMPLETED, now);
            return Optional.of(new CallbackEvent.Completed(CallbackFacts.of(this), isOnTime(), now));
        }
        if (status == CallbackStatus.NO_ANSWER && attempts.size() >= rules.attempts()) {
            go(CallbackStatus.EXHAUSTED, now);
            return Optional.of(new CallbackEvent.Missed(CallbackFacts.of(this), attempts.size(), now));
        }
        return Optional.empty();
    }

    /**
     * Gets another time, or its first one. Who had taken it on does not call now.
     *
     * @param slot in which a place was taken for it
     * @throws helpdesk.platform.problem.Problem {@code transition-not-allowed} when it is over
     */
    CallbackEvent.Moved move(Slot slot, CallingRules rules, Instant now) {
        Slot former = slot();
        go(CallbackStatus.SCHEDULED, now);
        // What was promised stays promised: another time does not make good for one that is over.
        promiseMissed = promiseMissed || former != null && !now.isBefore(former.end()) && !isCalledIn(former);
        schedule(slot, rules, now);
        return CallbackEvent.Moved.of(CallbackFacts.of(this), former, now);
    }

    /**
     * Takes over what somebody corrected; the time is another matter.
     *
     * @throws helpdesk.platform.problem.Problem {@code transition-not-allowed} when it is over
     */
    void correct(CallbackChange change, Instant now) {
        requireOpen();
        correct(change);
        updatedAt = now;
    }

    /**
     * Lets nothing be changed when it is over.
     *
     * @throws helpdesk.platform.problem.Problem {@code transition-not-allowed}
     */
    void requireOpen() {
        status.requireNext(CallbackStatus.SCHEDULED);
    }

    /**
     * Calls it off.
     *
     * @throws helpdesk.platform.problem.Problem {@code transition-not-allowed} when it is over
     */
    CallbackEvent.Cancelled cancel(Instant now) {
        go(CallbackStatus.CANCELLED, now);
        return new CallbackEvent.Cancelled(CallbackFacts.of(this), now);
    }

    /**
     * Gives it up because its time is long over.
     *
     * @throws helpdesk.platform.problem.Problem {@code transition-not-allowed} when it is over
     */
    CallbackEvent.Missed expire(Instant now) {
        go(CallbackStatus.EXPIRED, now);
        return new CallbackEvent.Missed(CallbackFacts.of(this), attempts.size(), now);
    }

    /** The customer was reminded, or it is too late for that. */
    void reminded() {
        remindAt = null;
    }

    private void schedule(Slot slot, CallingRules rules, Instant now) {
        book(slot);
        dueAt = slot.start();
        Instant before = slot.start().minus(rules.reminder());
        // Who books later than that remembers.
        remindAt = rules.reminder().isPositive() && before.isAfter(now) ? before : null;
    }

    /** What is wished for in a distant year is looked at now. */
    private static boolean canWaitFor(Instant wished, Instant now) {
        return wished != null && wished.isAfter(now) && wished.isBefore(now.plus(OpenSlots.HORIZON));
    }

    private void go(CallbackStatus next, Instant now) {
        status.requireNext(next);
        status = next;
        dueAt = null;
        claim = null;
        remindAt = null;
        updatedAt = now;
    }

    /** Whether somebody called within each time that was promised. No time was promised where none is booked. */
    private boolean isOnTime() {
        return !promiseMissed && (!isBooked() || isCalledIn(slot()));
    }

    private boolean isCalledIn(Slot slot) {
        return attempts.stream()
                .map(CallbackAttempt::at)
                .anyMatch(at -> !at.isBefore(slot.start()) && at.isBefore(slot.end()));
    }

    public CallbackStatus status() {
        return status;
    }

    /** Where it stands for those who call: {@code queued} while somebody has taken it on. */
    public CallbackStatus statusAt(Instant now) {
        return claimAt(now).isPresent() ? CallbackStatus.QUEUED : status;
    }

    /** Who has taken it on, as long as that counts. */
    public Optional<CallbackClaim> claimAt(Instant now) {
        return Optional.ofNullable(claim)
                .filter(present -> status.isOpen() && present.until().isAfter(now));
    }

    /** From when on somebody is to call, or null when nobody is. */
    public Instant dueAt() {
        return dueAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public List<CallbackAttempt> attempts() {
        return List.copyOf(attempts);
    }
}
