package helpdesk.feedback.improvement;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody asks for an improvement.
 *
 * @param toldAt null of whoever was not told
 */
record Voice(UUID id, UUID improvementId, Asker asker, VoiceState state, Instant addedAt, Instant toldAt) {

    /** Whether there is any way to reach them: a profile may have addresses that are not known here. */
    boolean isReachable() {
        return asker.customerId() != null
                || asker.contact().email() != null
                || asker.contact().phone() != null
                || asker.contact().handle() != null;
    }
}
