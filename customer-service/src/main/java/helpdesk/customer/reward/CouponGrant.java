package helpdesk.customer.reward;

import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.CustomerView;
import helpdesk.platform.identity.Actor;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * For whom and for what a coupon is issued.
 *
 * @param customerId null for one of a series, which is handed out
 * @param contact how the customer is told, or null
 * @param language what they are told it in, or null
 * @param zone whose days count
 * @param refusedChannels by which the customer does not want to be told of it; null for one of a series
 * @param cause for each cause there is one coupon of a program at most; null when it is none of these
 * @param responseId the answer to a survey that it is for, or null
 */
record CouponGrant(
        UUID customerId,
        CouponContact contact,
        String language,
        ZoneId zone,
        List<String> refusedChannels,
        UUID seriesId,
        String cause,
        String reason,
        UUID ticketId,
        UUID responseId,
        Actor by) {

    static CouponGrant ofSeries(UUID series, Actor by) {
        return new CouponGrant(null, null, null, ZoneOffset.UTC, null, series, null, null, null, null, by);
    }

    static CouponGrant to(Customer whom, String cause, String reason, UUID ticket, Actor by) {
        CustomerView customer = CustomerView.of(whom);
        return new CouponGrant(
                customer.id(),
                CouponContact.of(customer),
                customer.languages().stream().findFirst().orElse(null),
                customer.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(customer.timeZone()),
                whom.channelsRefusedForRewards(),
                null,
                cause,
                reason,
                ticket,
                null,
                by);
    }

    /** The same, for an answer to a survey. */
    CouponGrant forAnswer(UUID response) {
        return new CouponGrant(
                customerId, contact, language, zone, refusedChannels, seriesId, cause, reason, ticketId, response, by);
    }
}
