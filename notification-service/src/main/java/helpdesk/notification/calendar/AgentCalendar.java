package helpdesk.notification.calendar;

import helpdesk.notification.capacity.OpenHours;
import helpdesk.notification.capacity.WorkingWeek;
import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** When an agent works, and when the agent is away. Its id is the agent's. */
@Entity
public class AgentCalendar extends Aggregate {

    private String timeZone;
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "agent_calendar_hours", joinColumns = @JoinColumn(name = "calendar_id"))
    private List<OpenHours> hours = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "agent_absence", joinColumns = @JoinColumn(name = "calendar_id"))
    private List<Absence> absences = new ArrayList<>();

    /** For the persistence provider. */
    protected AgentCalendar() {}

    AgentCalendar(UUID agent, ZoneId zone, List<OpenHours> hours, List<Absence> absences, Instant now) {
        super(agent);
        change(zone, hours, absences, now);
    }

    /** Replaces it. What is booked keeps its times. */
    void change(ZoneId zone, List<OpenHours> newHours, List<Absence> newAbsences, Instant now) {
        timeZone = zone.getId();
        hours.clear();
        hours.addAll(newHours);
        absences.clear();
        absences.addAll(newAbsences);
        updatedAt = now;
    }

    /** The hours that touch this time, each as a whole. */
    List<Window> open(Instant from, Instant to) {
        return new WorkingWeek(ZoneId.of(timeZone), hours)
                .open(from, to).stream()
                        .map(slot -> new Window(slot.start(), slot.end()))
                        .toList();
    }

    /** The absences that touch this time. */
    List<Window> away(Instant from, Instant to) {
        Window asked = new Window(from, to);
        return absences.stream().map(Absence::window).filter(asked::overlaps).toList();
    }

    public String timeZone() {
        return timeZone;
    }

    public List<OpenHours> hours() {
        return List.copyOf(hours);
    }

    public List<Absence> absences() {
        return List.copyOf(absences);
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
