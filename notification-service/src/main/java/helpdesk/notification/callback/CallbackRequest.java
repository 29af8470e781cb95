package helpdesk.notification.callback;

import helpdesk.notification.capacity.Slot;
import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/** Who wants to be called, when, by which group and what about. */
@MappedSuperclass
public abstract class CallbackRequest extends Aggregate {

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
    private String bookedBy;
    private Instant createdAt;

    /** For the persistence provider. */
    protected CallbackRequest() {}

    CallbackRequest(UUID id, BookCallback wish, String bookedBy, Instant now) {
        super(id);
        this.customerId = wish.customerId();
        this.ticketId = wish.ticketId();
        this.name = wish.name();
        this.phone = wish.phoneInE164();
        this.group = wish.groupOrDefault();
        this.timeZone = wish.timeZone();
        this.reason = wish.reason();
        this.language = wish.language();
        this.bookedBy = bookedBy;
        this.createdAt = now;
    }

    /** Belongs to whoever the customer goes on as. Who was named is remembered. */
    void followTo(UUID successor) {
        if (!successor.equals(customerId)) {
            customerOriginId = customerId;
            customerId = successor;
        }
    }

    /** Gets a time, in which a place was taken for it. */
    void book(Slot slot) {
        slotStart = slot.start();
        slotEnd = slot.end();
    }

    /** Takes over what somebody corrected. */
    void correct(CallbackChange change) {
        name = change.name();
        phone = change.phoneInE164();
        timeZone = change.timeZone();
        reason = change.reason();
    }

    /** The booked time, or null. */
    Slot slot() {
        return isBooked() ? new Slot(slotStart, slotEnd) : null;
    }

    /** Whether it holds a place in a slot, or did until it was over. */
    public boolean isBooked() {
        return slotStart != null;
    }

    /** Null when nothing is booked, as the end. */
    public Instant slotStart() {
        return slotStart;
    }

    public Instant slotEnd() {
        return slotEnd;
    }

    /** Its time in the list of callbacks: the booked one, else the moment it was asked for. */
    public Instant listedAt() {
        return isBooked() ? slotStart : createdAt;
    }

    /** By when the customer was promised to be called, else the moment it was asked for: who waits longest comes first. */
    public Instant promisedAt() {
        return isBooked() ? slotEnd : createdAt;
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

    /** The actor. */
    public String bookedBy() {
        return bookedBy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
