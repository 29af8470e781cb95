package helpdesk.notification.callback;

import helpdesk.notification.NotificationProblem;
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
        @Column(name = "claimed_until") Instant until) {

    /**
     * Lets nobody else call.
     *
     * @throws helpdesk.platform.problem.Problem {@code callback-claimed}
     */
    void require(String caller) {
        if (!by.equals(caller)) {
            throw NotificationProblem.CALLBACK_CLAIMED
                    .problem("Somebody else calls until %s. Take another one.", until)
                    .member("claimedUntil", until);
        }
    }
}
