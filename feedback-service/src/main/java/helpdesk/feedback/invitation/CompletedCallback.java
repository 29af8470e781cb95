package helpdesk.feedback.invitation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What an invitation needs of {@code org.helpdesk.callback.completed.v1}.
 *
 * @param customerId null when nobody known was called
 */
record CompletedCallback(UUID callbackId, UUID customerId, String group, Instant completedAt) {

    private static final String PHONE = "phone";

    CompletedCallback {
        Objects.requireNonNull(callbackId, "callbackId");
        Objects.requireNonNull(completedAt, "completedAt");
    }

    Circumstances circumstances() {
        return new Circumstances(null, null, group, null, PHONE);
    }
}
