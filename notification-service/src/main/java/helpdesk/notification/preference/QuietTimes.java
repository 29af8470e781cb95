package helpdesk.notification.preference;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;

/** When somebody may be disturbed: as they said, else as the organisation does. */
@ApplicationScoped
public class QuietTimes {

    private final QuietHours usual;
    private final ZoneId organization;

    QuietTimes(QuietHoursSettings settings) {
        this.usual = new QuietHours(settings.from(), settings.to());
        this.organization = settings.zone();
    }

    /**
     * The first moment from this one on at which somebody may be disturbed.
     *
     * @param profileZone the time zone in the customer's profile, or null
     */
    public Instant over(Instant moment, Preference preference, String profileZone) {
        return hours(preference).over(moment, zone(preference, profileZone));
    }

    QuietHours hours(Preference preference) {
        return preference.quietHours() == null ? usual : preference.quietHours().quiet();
    }

    ZoneId zone(Preference preference, String profileZone) {
        String known = preference.timeZone() == null ? profileZone : preference.timeZone();
        // Another service may know zones that are not known here.
        return known != null && ZoneId.getAvailableZoneIds().contains(known) ? ZoneId.of(known) : organization;
    }
}
