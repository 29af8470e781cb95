package helpdesk.notification.capacity;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** When a group calls customers back, and how many at once (practice 15). */
@Entity
public class CapacityPlan extends Aggregate {

    /** The group that calls when none is named. Its plan is there from the beginning. */
    public static final String DEFAULT_GROUP = "support";

    /** No slot is longer, whatever the plan. */
    static final Duration LONGEST_SLOT = Duration.ofMinutes(240);

    private String groupName;
    private String timeZone;
    private int slotMinutes;
    private int people;
    private int reminderMinutes;
    private int retryMinutes;
    private int mostAttempts;
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "capacity_hours", joinColumns = @JoinColumn(name = "plan_id"))
    private List<OpenHours> hours = new ArrayList<>();

    /** For the persistence provider. */
    protected CapacityPlan() {}

    CapacityPlan(UUID id, String groupName, Capacity capacity, Instant now) {
        super(id);
        this.groupName = groupName;
        change(capacity, now);
    }

    /** Replaces the plan. Callbacks that are booked keep their times. */
    void change(Capacity capacity, Instant now) {
        timeZone = capacity.zone().getId();
        slotMinutes = (int) capacity.slot().toMinutes();
        people = capacity.people();
        reminderMinutes = (int) capacity.rules().reminder().toMinutes();
        retryMinutes = (int) capacity.rules().pause().toMinutes();
        mostAttempts = capacity.rules().attempts();
        hours.clear();
        hours.addAll(capacity.hours());
        updatedAt = now;
    }

    /** The slots that begin at or after {@code from} and before {@code to}, in order, free or not. */
    List<Slot> slots(Instant from, Instant to) {
        return new WorkingWeek(ZoneId.of(timeZone), hours).slots(Duration.ofMinutes(slotMinutes), from, to);
    }

    /** The slot that begins at this very moment. */
    public Optional<Slot> slotAt(Instant start) {
        return slots(start, start.plusNanos(1)).stream().findFirst();
    }

    public String groupName() {
        return groupName;
    }

    public String timeZone() {
        return timeZone;
    }

    public int slotMinutes() {
        return slotMinutes;
    }

    /** How many customers can be called at the same time. */
    public int people() {
        return people;
    }

    /** How customers are called. */
    public CallingRules rules() {
        return new CallingRules(Duration.ofMinutes(reminderMinutes), Duration.ofMinutes(retryMinutes), mostAttempts);
    }

    public List<OpenHours> hours() {
        return List.copyOf(hours);
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
