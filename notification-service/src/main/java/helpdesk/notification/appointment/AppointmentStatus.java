package helpdesk.notification.appointment;

import com.fasterxml.jackson.annotation.JsonProperty;
import helpdesk.notification.NotificationProblem;
import java.util.Locale;

/** Where an appointment stands. */
public enum AppointmentStatus {
    /** The agent's time is taken; also when the window is over and nobody has told what came of it. */
    @JsonProperty("booked")
    BOOKED,
    /** The visit took place. */
    @JsonProperty("kept")
    KEPT,
    /** It did not take place although it was agreed. */
    @JsonProperty("missed")
    MISSED,
    /** It was called off. */
    @JsonProperty("cancelled")
    CANCELLED;

    /**
     * Lets nothing be done with what is over.
     *
     * @throws helpdesk.platform.problem.Problem {@code appointment-over}
     */
    void requireBooked() {
        if (this != BOOKED) {
            throw NotificationProblem.APPOINTMENT_OVER
                    .problem("The appointment is %s. Book a new one.", wireName())
                    .member("appointmentStatus", wireName());
        }
    }

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
