package helpdesk.notification.callback;

import helpdesk.notification.customers.Contact;
import helpdesk.notification.message.MessageDraft;
import helpdesk.notification.message.Postbox;
import helpdesk.notification.template.Content;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.UUID;

/** What every new callback has in common, however it was asked for: it is told, and confirmed when it has a time. */
@ApplicationScoped
class Bookings {

    private final CallbackRepository callbacks;
    private final Outbox outbox;
    private final Postbox postbox;
    private final Successions successions;

    Bookings(CallbackRepository callbacks, Outbox outbox, Postbox postbox, Successions successions) {
        this.callbacks = callbacks;
        this.outbox = outbox;
        this.postbox = postbox;
        this.successions = successions;
    }

    void add(Callback callback) {
        UUID named = callback.customerId();
        if (named != null) {
            callback.followTo(successions.current(named));
        }
        callbacks.persist(callback);
        outbox.append(callback, callback.requested());
        if (callback.isBooked()) {
            postbox.post(confirmation(callback, named));
        }
    }

    private static MessageDraft confirmation(Callback callback, UUID customer) {
        return new MessageDraft(
                callback.id().toString(),
                callback.ticketId(),
                customer,
                new Contact(callback.name(), null, null, callback.phone()),
                callback.language(),
                new Content.CallbackConfirmation(
                        callback.slotStart(), callback.slotEnd(), ZoneId.of(callback.timeZone()), callback.phone()));
    }
}
