package helpdesk.notification.callback;

import helpdesk.notification.capacity.OpenSlots;
import helpdesk.notification.capacity.Slot;
import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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

/** A call back to a customer at a time the customer chose, instead of a long wait (practice 15). */
@Entity
public class Callback extends Aggregate {

    /** So often a customer is called before it is given up. */
    static final int MOST_ATTEMPTS = 3;

    /** So long nobody calls again after an attempt that reached nobody. */
    static final Duration PAUSE = Duration.ofMinutes(15);

    private UUID customerId;
    private UUID customerOriginId;
    private UUID ticketId;
    private String name;
    private String phone;

    @Column(name = "group_name")
    private String group;

    private Instant slotStart;
    private Instant slotEnd;
    private String timeZone;
    private String reason;
    private String language;

    @Enumerated(EnumType.STRING)
    private CallbackStatus status;

    private Instant dueAt;
    private String bookedBy;
    private Instant createdAt;
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
    Callback(UUID id, BookCallback wish, Slot slot, String bookedBy, Instant now) {
        this(id, wish, bookedBy, now);
        this.slotStart = slot.start();
        this.slotEnd = slot.end();
        this.status = CallbackStatus.SCHEDULED;
        this.dueAt = slot.start();
    }

    /** A callback for which no time is free. It is due from the wished time on, or at once. */
    Callback(UUID id, BookCallback wish, String bookedBy, Instant now) {
        super(id);
        this.customerId = wish.customerId();
        this.ticketId = wish.ticketId();
        this.name = wish.name();
        this.phone = wish.phoneInE164();
        this.group = wish.groupOrDefault();
        this.timeZone = wish.timeZone();
        this.reason = wish.reason();
        this.language = wish.language();
        this.status = CallbackStatus.REQUESTED;
        this.dueAt = canWaitFor(wish.slotStart(), now) ? wish.slotStart() : now;
        this.bookedBy = bookedBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Belongs to whoever the customer goes on as. Who was named is remembered. */
    void followTo(UUID successor) {
        if (!successor.equals(customerId)) {
            customerOriginId = customerId;
            customerId = successor;
        }
    }

    /** The event of its booking, or of the wish for which nothing could be booked. */
    CallbackEvent.Requested requested() {
        return new CallbackEvent.Requested(CallbackFacts.of(this));
    }

    /**
     * Takes down a call. What follows from it, {@link #conclude} does.
     *
     * @throws helpdesk.platform.problem.Problem {@code transition-not-allowed} when it is over
     */
    CallbackEvent.Attempted attempt(AttemptOutcome outcome, String note, String madeBy, Instant now) {
        go(outcome == AttemptOutcome.ANSWERED ? CallbackStatus.ATTEMPTING : CallbackStatus.NO_ANSWER, now);
        attempts.add(new CallbackAttempt(now, outcome, note, madeBy));
        dueAt = status == CallbackStatus.NO_ANSWER ? now.plus(PAUSE) : null;
        return new CallbackEvent.Attempted(CallbackFacts.of(this), outcome, attempts.size(), now);
    }

    /** Ends it when the customer was spoken with, or was not reached in the last attempt; else it goes on. */
    Optional<CallbackEvent> conclude(Instant now) {
        if (status == CallbackStatus.ATTEMPTING) {
            go(CallbackStatus.COMPLETED, now);
            Instant called = attempts.getLast().at();
            // No time was promised where none is booked.
            boolean onTime = !isBooked() || !called.isBefore(slotStart) && called.isBefore(slotEnd);
            return Optional.of(new CallbackEvent.Completed(CallbackFacts.of(this), onTime, now));
        }
        if (status == CallbackStatus.NO_ANSWER && attempts.size() >= MOST_ATTEMPTS) {
            go(CallbackStatus.EXHAUSTED, now);
            return Optional.of(new CallbackEvent.Missed(CallbackFacts.of(this), attempts.size(), now));
        }
        return Optional.empty();
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

    /** What is wished for in a distant year is looked at now. */
    private static boolean canWaitFor(Instant wished, Instant now) {
        return wished != null && wished.isAfter(now) && wished.isBefore(now.plus(OpenSlots.HORIZON));
    }

    private void go(CallbackStatus next, Instant now) {
        status.requireNext(next);
        status = next;
        dueAt = null;
        updatedAt = now;
    }

    /** Whether it holds a place in a slot, or did until it was over. */
    public boolean isBooked() {
        return slotStart != null;
    }

    /** Its time in the list of callbacks: the booked one, else the moment it was asked for. */
    public Instant listedAt() {
        return isBooked() ? slotStart : createdAt;
    }

    public UUID customerId() {
        return customerId;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public String name() {
        return name;
    }

    /** In E.164. */
    public String phone() {
        return phone;
    }

    public String group() {
        return group;
    }

    /** Null when nothing is booked, as the end. */
    public Instant slotStart() {
        return slotStart;
    }

    public Instant slotEnd() {
        return slotEnd;
    }

    /** The customer's. */
    public String timeZone() {
        return timeZone;
    }

    public String reason() {
        return reason;
    }

    public String language() {
        return language;
    }

    public CallbackStatus status() {
        return status;
    }

    /** From when on somebody is to call, or null when nobody is. */
    public Instant dueAt() {
        return dueAt;
    }

    /** The actor. */
    public String bookedBy() {
        return bookedBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public List<CallbackAttempt> attempts() {
        return List.copyOf(attempts);
    }
}
