package helpdesk.notification.callback;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** How a call ended. */
public record RecordAttempt(
        @NotNull(message = "Write how the call ended: answered, no_answer, busy or voicemail.")
        AttemptOutcome outcome,

        @Size(max = 2000, message = "Write at most 2,000 characters.")
        @Pattern(regexp = "^[\\s\\S]*\\S[\\s\\S]*$", message = "Write something, or leave it out.")
        String note) {}
