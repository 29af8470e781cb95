package helpdesk.customer.reward;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A coupon as the API shows it.
 *
 * @param code as people write it
 * @param endedAt when it was redeemed, revoked or written off
 * @param reference what it was redeemed for, or why it was revoked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Coupon")
record CouponView(
        UUID id,
        UUID programId,
        UUID customerId,
        UUID seriesId,
        String code,
        RewardValue value,
        CouponState state,
        String reason,
        UUID ticketId,
        String issuedBy,
        Instant issuedAt,
        Instant expiresAt,
        Instant endedAt,
        String endedBy,
        String reference,
        long version) {

    static CouponView of(Coupon coupon, Instant now) {
        return new CouponView(
                coupon.id(),
                coupon.programId(),
                coupon.customerId(),
                coupon.seriesId(),
                CouponCode.grouped(coupon.code()),
                coupon.value(),
                coupon.state(now),
                coupon.reason(),
                coupon.ticketId(),
                coupon.issuedBy(),
                coupon.issuedAt(),
                coupon.expiresAt(),
                coupon.endedAt(),
                coupon.endedBy(),
                coupon.reference(),
                coupon.version());
    }
}
