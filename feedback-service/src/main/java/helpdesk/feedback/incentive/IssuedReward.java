package helpdesk.feedback.incentive;

import java.time.Instant;
import java.util.UUID;

/**
 * What is read of {@code org.helpdesk.reward.issued.v1}.
 *
 * @param responseId the answer that earned it; null of most
 */
public record IssuedReward(UUID couponId, UUID responseId, String program, String code, Instant expiresAt) {

    boolean isForAnswer() {
        return couponId != null && responseId != null && program != null && code != null && expiresAt != null;
    }
}
