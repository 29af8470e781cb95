package helpdesk.notification.callback;

import java.time.Instant;

/**
 * Who has taken a callback on.
 *
 * @param by the actor
 * @param until from then on it is due for everybody again, unless they called
 */
public record ClaimView(String by, Instant until) {

    static ClaimView of(CallbackClaim claim) {
        return new ClaimView(claim.by(), claim.until());
    }
}
