package helpdesk.notification.message;

import helpdesk.notification.customers.Contact;
import helpdesk.notification.template.Content;
import helpdesk.notification.template.CouponWorth;
import helpdesk.platform.inbox.PoisonException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** What is read of a coupon that a customer got. */
record CouponFacts(
        UUID customerId,
        UUID ticketId,
        String code,
        Value value,
        Contact contact,
        String language,
        String timeZone,
        List<String> refusedChannels,
        Instant expiresAt) {

    CouponFacts {
        if (code == null || value == null || expiresAt == null) {
            throw new PoisonException("code, value and expiresAt are needed");
        }
    }

    MessageDraft message(String eventId) {
        ZoneId zone = timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
        return new MessageDraft(
                eventId,
                ticketId,
                customerId,
                contact == null ? Contact.UNKNOWN : contact,
                language,
                new Content.Coupon(value.worth(), code, expiresAt, zone),
                refusedChannels == null ? List.of() : refusedChannels);
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
