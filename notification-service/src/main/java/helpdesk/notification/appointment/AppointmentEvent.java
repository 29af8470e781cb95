package helpdesk.notification.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import helpdesk.platform.outbox.DomainEvent;
import java.time.Instant;

/** What happens to an appointment. The data of each is fixed by its schema in {@code contracts/events}. */
public sealed interface AppointmentEvent extends DomainEvent {

    /** The appointment as it is after the event. */
    AppointmentFacts appointment();

    /** A visit has a date and an hour. */
    record Booked(@JsonUnwrapped AppointmentFacts appointment) implements AppointmentEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.appointment.booked.v1";
        }
    }

    /** It has another window. */
    record Moved(
            @JsonUnwrapped AppointmentFacts appointment,
            Instant formerStart,
            Instant formerEnd,
            Party wishOf,
            Instant movedAt)
            implements AppointmentEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.appointment.moved.v1";
        }
    }

    /**
     * The visit took place.
     *
     * @param withinWindow null, as the times, when nobody knows
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kept(
            @JsonUnwrapped AppointmentFacts appointment,
            Instant arrivedAt,
            Instant leftAt,
            Boolean withinWindow,
            Instant keptAt)
            implements AppointmentEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.appointment.kept.v1";
        }
    }

    /** It did not take place although it was agreed. */
    record Missed(@JsonUnwrapped AppointmentFacts appointment, Party fault, Instant missedAt)
            implements AppointmentEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.appointment.missed.v1";
        }
    }

    /** It was called off, and its time is free again. */
    record Cancelled(@JsonUnwrapped AppointmentFacts appointment, Party wishOf, Instant cancelledAt)
            implements AppointmentEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.appointment.cancelled.v1";
        }
    }
}
