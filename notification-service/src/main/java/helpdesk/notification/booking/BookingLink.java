package helpdesk.notification.booking;

import helpdesk.notification.callback.Callback;
import helpdesk.notification.customers.KnownCustomer;
import helpdesk.platform.identity.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * What a link that a customer got is for. What nobody said is null.
 *
 * @param callbackId what was last booked by it
 */
record BookingLink(
        UUID id,
        UUID customerId,
        UUID ticketId,
        String name,
        String phone,
        String group,
        String language,
        String timeZone,
        UUID callbackId,
        Instant expiresAt) {

    /** The link that leads to a callback that was booked in another way. */
    static BookingLink to(Callback callback, Instant expiresAt) {
        return new BookingLink(
                callback.id(),
                callback.customerId(),
                callback.ticketId(),
                callback.name(),
                callback.phone(),
                callback.group(),
                callback.language(),
                callback.timeZone(),
                callback.id(),
                expiresAt);
    }

    /** With what the profile says and nobody said otherwise. */
    BookingLink knowing(KnownCustomer customer) {
        return new BookingLink(
                id,
                customerId,
                ticketId,
                name == null ? customer.contact().name() : name,
                phone == null ? customer.contact().phone() : phone,
                group,
                language == null ? customer.language() : language,
                timeZone == null ? customer.timeZone() : timeZone,
                callbackId,
                expiresAt);
    }

    /** Who acts by it: the customer, or whoever has it where nobody knows who that is. */
    Actor bearer() {
        return Actor.customer((customerId == null ? id : customerId).toString());
    }
}
