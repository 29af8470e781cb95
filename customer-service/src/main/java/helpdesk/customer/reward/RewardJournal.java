package helpdesk.customer.reward;

import helpdesk.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;

/** Tells of coupons: the world by events, and the customer's timeline. */
@ApplicationScoped
class RewardJournal {

    private final Outbox outbox;
    private final Event<RewardTold> told;

    RewardJournal(Outbox outbox, Event<RewardTold> told) {
        this.outbox = outbox;
        this.told = told;
    }

    void tell(Coupon coupon, RewardEvent event) {
        UUID id = outbox.append(coupon, event);
        if (event.customerId() != null) {
            told.fire(happened(id, event));
        }
    }

    private static RewardTold happened(UUID id, RewardEvent event) {
        return switch (event) {
            case RewardEvent.Issued issued ->
                new RewardTold(
                        id,
                        issued.customerId(),
                        issued.couponId(),
                        "reward.issued",
                        "Got a coupon, %s: “%s”".formatted(issued.value().inWords(), issued.program()),
                        issued.issuedAt());
            case RewardEvent.Redeemed redeemed ->
                new RewardTold(
                        id,
                        redeemed.customerId(),
                        redeemed.couponId(),
                        "reward.redeemed",
                        "Redeemed a coupon, " + redeemed.value().inWords(),
                        redeemed.redeemedAt());
            case RewardEvent.Expired expired ->
                new RewardTold(
                        id,
                        expired.customerId(),
                        expired.couponId(),
                        "reward.expired",
                        "A coupon has expired, " + expired.value().inWords(),
                        expired.expiredAt());
            case RewardEvent.Revoked revoked ->
                new RewardTold(
                        id,
                        revoked.customerId(),
                        revoked.couponId(),
                        "reward.revoked",
                        "A coupon was taken back, " + revoked.value().inWords(),
                        revoked.revokedAt());
        };
    }
}
