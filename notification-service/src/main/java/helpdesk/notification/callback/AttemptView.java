package helpdesk.notification.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A call as the API shows it.
 *
 * @param number counted from 1
 * @param madeBy the actor
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttemptView(int number, AttemptOutcome outcome, String note, Instant at, String madeBy) {

    static AttemptView of(int number, CallbackAttempt attempt) {
        return new AttemptView(number, attempt.outcome(), attempt.note(), attempt.at(), attempt.madeBy());
    }
}
