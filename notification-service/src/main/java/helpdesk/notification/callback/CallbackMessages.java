package helpdesk.notification.callback;

import helpdesk.notification.customers.Contact;
import helpdesk.notification.message.MessageDraft;
import helpdesk.notification.message.Postbox;
import helpdesk.notification.template.CallbackNews;
import helpdesk.notification.template.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.UUID;

/** What customers are told of their callbacks, each with the link by which they change them. */
@ApplicationScoped
class CallbackMessages {

    private final Postbox postbox;
    private final CallbackLinks links;

    CallbackMessages(Postbox postbox, CallbackLinks links) {
        this.postbox = postbox;
        this.links = links;
    }

    /** @param named the customer as the booking named them, who may go on as another */
    void confirm(Callback callback, UUID named) {
        post(
                callback,
                callback.id().toString(),
                named,
                new Content.CallbackConfirmation(
                        callback.slotStart(),
                        callback.slotEnd(),
                        zone(callback),
                        callback.phone(),
                        links.to(callback)));
    }

    /** To be called when the callback has its new time; each move is told. */
    void tellMoved(Callback callback) {
        post(
                callback,
                cause(callback),
                callback.customerId(),
                new CallbackNews.Moved(
                        callback.slotStart(),
                        callback.slotEnd(),
                        zone(callback),
                        callback.phone(),
                        links.to(callback)));
    }

    void remind(Callback callback) {
        post(
                callback,
                cause(callback),
                callback.customerId(),
                new CallbackNews.Reminder(
                        callback.slotStart(),
                        callback.slotEnd(),
                        zone(callback),
                        callback.phone(),
                        links.to(callback)));
    }

    /** Of what had a time: a wish without one was not confirmed either. */
    void tellCancelled(Callback callback) {
        if (callback.isBooked()) {
            post(
                    callback,
                    callback.id().toString(),
                    callback.customerId(),
                    new CallbackNews.Cancelled(
                            callback.slotStart(), callback.slotEnd(), zone(callback), links.to(callback)));
        }
    }

    void apologise(Callback callback) {
        post(
                callback,
                callback.id().toString(),
                callback.customerId(),
                new CallbackNews.Missed(!callback.attempts().isEmpty(), callback.phone(), links.to(callback)));
    }

    private void post(Callback callback, String cause, UUID customer, Content content) {
        postbox.post(new MessageDraft(
                cause,
                callback.ticketId(),
                customer,
                new Contact(callback.name(), null, null, callback.phone()),
                callback.language(),
                content));
    }

    /** There is one such message for each time that the callback gets, even when it gets the same one again. */
    private static String cause(Callback callback) {
        return callback.id() + "/" + callback.version();
    }

    private static ZoneId zone(Callback callback) {
        return ZoneId.of(callback.timeZone());
    }
}
