package helpdesk.feedback.incentive;

import java.time.Instant;
import java.util.UUID;

/**
 * What an answer earned.
 *
 * @param program what it is called
 * @param code by which it is redeemed
 */
public record EarnedReward(UUID couponId, String program, String code, Instant expiresAt) {}
