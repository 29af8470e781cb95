package helpdesk.notification.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A call that was taken down, and the callback as it stands now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordedAttemptView(@JsonUnwrapped AttemptView attempt, CallbackView callback) {

    static RecordedAttemptView of(CallbackView callback) {
        return new RecordedAttemptView(callback.attempts().getLast(), callback);
    }
}
