package helpdesk.notification.callback;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Somebody has taken it on to call.
 *
 * @param by the actor
 * @param until from then on it is anybody's again
 */
@Embeddable
public record CallbackClaim(
        @Column(name = "claimed_by") String by,
        @Column(name = "claimed_until") Instant until) {}
