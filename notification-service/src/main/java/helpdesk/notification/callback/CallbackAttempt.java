package helpdesk.notification.callback;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * One call.
 *
 * @param note what the agent wrote down, or null
 * @param madeBy the actor
 */
@Embeddable
public record CallbackAttempt(
        Instant at,
        @Enumerated(EnumType.STRING) AttemptOutcome outcome,
        String note,
        @Column(name = "made_by") String madeBy) {}
