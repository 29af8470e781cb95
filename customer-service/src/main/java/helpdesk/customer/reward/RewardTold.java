package helpdesk.customer.reward;

import helpdesk.customer.text.PlainLine;
import helpdesk.platform.inbox.IncomingEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something about a customer's reward that was told, for the timeline.
 *
 * @param kind the event's type without prefix and version
 */
public record RewardTold(UUID eventId, UUID customerId, UUID couponId, String kind, String summary, Instant at) {

    private static final int LONGEST_SUMMARY = 500;

    /** The same, read from the log; empty for a coupon of a series, which is nobody's. */
    public static Optional<RewardTold> of(IncomingEvent event) {
        Optional<Class<? extends RewardEvent>> form =
                switch (event.type()) {
                    case "org.helpdesk.reward.issued.v1" -> Optional.of(RewardEvent.Issued.class);
                    case "org.helpdesk.reward.redeemed.v1" -> Optional.of(RewardEvent.Redeemed.class);
                    case "org.helpdesk.reward.expired.v1" -> Optional.of(RewardEvent.Expired.class);
                    case "org.helpdesk.reward.revoked.v1" -> Optional.of(RewardEvent.Revoked.class);
                    default -> Optional.empty();
                };
        return form.<RewardEvent>map(event::data)
                .filter(told -> told.customerId() != null)
                .map(told -> of(UUID.fromString(event.id()), told));
    }

    /** What an event of this service tells. */
    static RewardTold of(UUID id, RewardEvent event) {
        return switch (event) {
            case RewardEvent.Issued issued ->
                new RewardTold(
                        id,
                        issued.customerId(),
                        issued.couponId(),
                        "reward.issued",
                        PlainLine.of(
                                "Got a coupon, %s: “%s”"
                                        .formatted(issued.value().inWords(), issued.program()),
                                LONGEST_SUMMARY),
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
