package helpdesk.notification.appointment;

import helpdesk.notification.calendar.Window;
import helpdesk.platform.persistence.Aggregate;
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
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;

/** A visit that has a date and an hour, and is kept (practice 8). */
@Entity
public class Appointment extends Aggregate {

    /** So long after its window staff are asked what came of it. */
    static final Duration GRACE = Duration.ofHours(1);

    private UUID customerId;
    private UUID customerOriginId;
    private UUID ticketId;
    private UUID agentId;

    @Embedded
    private Visited visited;

    private String subject;
    private String notes;

    @Embedded
    private VisitAddress address;

    private Instant windowStart;
    private Instant windowEnd;
    private String timeZone;
    private String language;

    @Enumerated(EnumType.STRING)
    private AppointmentStatus status;

    @Embedded
    private Ending ending;

    @Embedded
    private Wish wish;

    private Instant staffReminderAt;
    private String bookedBy;
    private Instant createdAt;
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "appointment_move", joinColumns = @JoinColumn(name = "appointment_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    private List<AppointmentMove> moves = new ArrayList<>();

    /** For the persistence provider. */
    protected Appointment() {}

    /** An appointment for which the agent's time was taken. */
    Appointment(UUID id, BookAppointment wanted, Window window, String bookedBy, Instant now) {
        super(id);
        this.customerId = wanted.customerId();
        this.ticketId = wanted.ticketId();
        this.agentId = wanted.agentId();
        this.visited = new Visited(wanted.name(), wanted.normalizedEmail(), wanted.phoneInE164());
        this.subject = wanted.subject();
        this.notes = wanted.notes();
        this.address = VisitAddress.of(wanted.address());
        this.timeZone = wanted.timeZone();
        this.language = wanted.language();
        this.status = AppointmentStatus.BOOKED;
        this.bookedBy = bookedBy;
        this.createdAt = now;
        place(window, now);
    }

    /** Belongs to whoever the customer goes on as. Who was named is remembered. */
    void followTo(UUID successor) {
        if (!successor.equals(customerId)) {
            customerOriginId = customerId;
            customerId = successor;
        }
    }

    AppointmentEvent.Booked booked() {
        return new AppointmentEvent.Booked(AppointmentFacts.of(this));
    }

    /** Writes what can be written of it. The time of another agent who is to come was taken before. */
    void change(AppointmentChanges changes, Instant now) {
        subject = changes.subject();
        notes = changes.notes();
        address = VisitAddress.of(changes.address());
        visited = new Visited(visited.name(), changes.email(), changes.phone());
        agentId = changes.agentId();
        updatedAt = now;
    }

    /** Takes another window. A wish for one is fulfilled by it. */
    AppointmentEvent.Moved move(Window window, String reason, Party wishOf, String movedBy, Instant now) {
        status.requireBooked();
        Window former = window();
        moves.add(new AppointmentMove(
                now, former.start(), former.end(), window.start(), window.end(), reason, wishOf, movedBy));
        place(window, now);
        return new AppointmentEvent.Moved(AppointmentFacts.of(this), former.start(), former.end(), wishOf, now);
    }

    /** The visit took place. */
    AppointmentEvent.Kept keep(Ending told) {
        end(AppointmentStatus.KEPT, told);
        return new AppointmentEvent.Kept(
                AppointmentFacts.of(this), told.arrivedAt(), told.leftAt(), isWithinWindow(), told.at());
    }

    /** It did not take place although it was agreed. */
    AppointmentEvent.Missed miss(Ending told) {
        end(AppointmentStatus.MISSED, told);
        return new AppointmentEvent.Missed(AppointmentFacts.of(this), told.party(), told.at());
    }

    /** Calls it off. */
    AppointmentEvent.Cancelled cancel(Ending told) {
        end(AppointmentStatus.CANCELLED, told);
        return new AppointmentEvent.Cancelled(AppointmentFacts.of(this), told.party(), told.at());
    }

    /** The customer would like another time; somebody here finds one with them. */
    void wishFor(String text, Instant now) {
        status.requireBooked();
        wish = new Wish(text, now);
        updatedAt = now;
    }

    /** Staff were asked what came of it, and are asked again then. */
    void remindStaffAgain(Instant at) {
        staffReminderAt = at;
    }

    private void end(AppointmentStatus next, Ending told) {
        status.requireBooked();
        status = next;
        ending = told;
        wish = null;
        staffReminderAt = null;
        updatedAt = told.at();
    }

    private void place(Window window, Instant now) {
        windowStart = window.start();
        windowEnd = window.end();
        wish = null;
        staffReminderAt = window.end().plus(GRACE);
        updatedAt = now;
    }

    /** Whether the agent was there within the window; null when nobody knows. */
    Boolean isWithinWindow() {
        return ending == null ? null : ending.isWithin(window());
    }

    public Window window() {
        return new Window(windowStart, windowEnd);
    }

    public UUID customerId() {
        return customerId;
    }

    public UUID ticketId() {
        return ticketId;
    }

    /** Who comes. */
    public UUID agentId() {
        return agentId;
    }

    public Visited visited() {
        return visited;
    }

    public String subject() {
        return subject;
    }

    /** For those who work here. */
    public String notes() {
        return notes;
    }

    public AddressBody address() {
        return address.body();
    }

    public String timeZone() {
        return timeZone;
    }

    public String language() {
        return language;
    }

    public AppointmentStatus status() {
        return status;
    }

    public Ending ending() {
        return ending;
    }

    /** Grows with each move and with the cancellation (RFC 5545, 3.8.7.4). */
    public int calendarSequence() {
        return moves.size() + (status == AppointmentStatus.CANCELLED ? 1 : 0);
    }

    /** Null when there is none. */
    public Wish wish() {
        return wish;
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

    public List<AppointmentMove> moves() {
        return List.copyOf(moves);
    }
}
