package helpdesk.notification.preference;

import java.time.Instant;

/**
 * What a customer has said about being disturbed.
 *
 * @param quietHours null for those of the organisation
 * @param timeZone null for that of the profile
 * @param version grows with each change, from 1 on; 0 when nothing was said
 * @param updatedAt null when nothing was said
 */
public record Preference(Hours quietHours, String timeZone, long version, Instant updatedAt) {

    /** Nothing was said. */
    public static final Preference NONE = new Preference(null, null, 0, null);
}
