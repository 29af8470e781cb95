package helpdesk.notification.callback;

import helpdesk.notification.customers.Contact;
import helpdesk.notification.message.MessageDraft;
import helpdesk.notification.message.Postbox;
import helpdesk.notification.template.Content;
import helpdesk.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;

/** What every new callback has in common, however it was asked for: it is told, and confirmed when it has a time. */
@ApplicationScoped
class Bookings {

    private final CallbackRepository callbacks;
    private final Outbox outbox;
    private final Postbox postbox;

    Bookings(CallbackRepository callbacks, Outbox outbox, Postbox postbox) {
        this.callbacks = callbacks;
        this.outbox = outbox;
        this.postbox = postbox;
    }

    void add(Callback callback) {
        callbacks.persist(callback);
        outbox.append(callback, callback.requested());
        if (callback.isBooked()) {
            postbox.post(confirmation(callback));
        }
    }

    private static MessageDraft confirmation(Callback callback) {
        return new MessageDraft(
                callback.id().toString(),
                callback.ticketId(),
                callback.customerId(),
                new Contact(callback.name(), null, null, callback.phone()),
                callback.language(),
                new Content.CallbackConfirmation(
                        callback.slotStart(), callback.slotEnd(), ZoneId.of(callback.timeZone()), callback.phone()));
    }
}
