package helpdesk.notification.appointment;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;

/** How customers are told of appointments. */
@ConfigMapping(prefix = "helpdesk.appointments")
interface AppointmentSettings {

    /** How long before its window a customer is reminded of an appointment; each once. */
    List<Duration> reminders();

    /** The name under which calendars show who invites. */
    String organizerName();

    /** The mail address that calendars show of who invites. */
    String organizerEmail();
}
