package helpdesk.customer.reward;

import helpdesk.platform.identity.Actor;
import java.util.UUID;

/**
 * For whom and for what a coupon is issued.
 *
 * @param customerId null for one of a series, which is handed out
 * @param cause for each cause there is one coupon of a program at most; null when it is none of these
 */
record CouponGrant(UUID customerId, UUID seriesId, String cause, String reason, UUID ticketId, Actor by) {

    static CouponGrant ofSeries(UUID series, Actor by) {
        return new CouponGrant(null, series, null, null, null, by);
    }
}
