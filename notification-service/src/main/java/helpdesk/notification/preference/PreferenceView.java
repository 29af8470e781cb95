package helpdesk.notification.preference;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * When a customer does not want to be disturbed, as the API shows it.
 *
 * @param customerId the one in which the profile goes on
 * @param quietHours what the customer has said; null for the organisation's
 * @param timeZone what the customer has said; null for that of the profile
 * @param inForce what counts
 */
public record PreferenceView(
        UUID customerId,
        Hours quietHours,
        String timeZone,
        InForce inForce,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant updatedAt,
        long version) {

    /** The quiet hours that count, and the time zone of the clock that shows them. */
    public record InForce(String from, String to, String timeZone) {}
}
