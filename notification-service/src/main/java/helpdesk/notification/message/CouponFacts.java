package helpdesk.notification.message;

import helpdesk.notification.template.Content;
import helpdesk.notification.template.CouponWorth;
import helpdesk.platform.inbox.PoisonException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;

/** What is read of a coupon that a customer got. */
record CouponFacts(UUID customerId, String program, String code, Value value, Instant expiresAt) {

    CouponFacts {
        if (program == null || code == null || value == null || expiresAt == null) {
            throw new PoisonException("program, code, value and expiresAt are needed");
        }
    }

    Content.Coupon content(ZoneId zone) {
        return new Content.Coupon(program, value.worth(), code, expiresAt, zone);
    }

    /** One of these. */
    record Value(Integer percent, Amount amount, String text) {

        CouponWorth worth() {
            if (percent != null) {
                return new CouponWorth.Percent(percent);
            }
            if (amount != null) {
                return new CouponWorth.Amount(new BigDecimal(amount.amount()), Currency.getInstance(amount.currency()));
            }
            if (text != null) {
                return new CouponWorth.Words(text);
            }
            throw new PoisonException("The coupon is worth nothing");
        }
    }

    /** Money. */
    record Amount(String amount, String currency) {}
}
