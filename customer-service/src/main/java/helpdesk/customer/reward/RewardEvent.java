package helpdesk.customer.reward;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.outbox.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happens to coupons. */
sealed interface RewardEvent extends DomainEvent {

    /** Whose the coupon is; null for one of a series. */
    UUID customerId();

    /**
     * There is one.
     *
     * @param responseId the answer to a survey that earned it, or null
     * @param code what it is redeemed by; whoever keeps or hands on events leaves it out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Issued(
            UUID couponId,
            UUID programId,
            String program,
            UUID customerId,
            UUID ticketId,
            UUID responseId,
            String code,
            RewardValue value,
            CouponContact contact,
            String language,
            String timeZone,
            List<String> refusedChannels,
            Instant expiresAt,
            Instant issuedAt)
            implements RewardEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.reward.issued.v1";
        }
    }

    /** Somebody got what it is worth. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Redeemed(
            UUID couponId, UUID programId, UUID customerId, RewardValue value, String reference, Instant redeemedAt)
            implements RewardEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.reward.redeemed.v1";
        }
    }

    /** Its time is over. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Expired(UUID couponId, UUID programId, UUID customerId, RewardValue value, Instant expiredAt)
            implements RewardEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.reward.expired.v1";
        }
    }

    /** Somebody here took it back. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Revoked(UUID couponId, UUID programId, UUID customerId, RewardValue value, Instant revokedAt)
            implements RewardEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.reward.revoked.v1";
        }
    }
}
