package helpdesk.notification.preference;

import io.smallrye.config.ConfigMapping;
import java.time.LocalTime;
import java.time.ZoneId;

/** When nobody is disturbed who has said nothing else. */
@ConfigMapping(prefix = "helpdesk.messages.quiet-hours")
interface QuietHoursSettings {

    LocalTime from();

    /** The same as {@link #from} for no quiet hours. */
    LocalTime to();

    /** Where those are whose time zone is not known. */
    ZoneId zone();
}
