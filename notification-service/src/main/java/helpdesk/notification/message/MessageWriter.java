package helpdesk.notification.message;

import helpdesk.notification.customers.Contact;
import helpdesk.notification.customers.KnownCustomer;
import helpdesk.notification.customers.Owner;
import helpdesk.notification.message.Reachability.Known;
import helpdesk.notification.preference.Preference;
import helpdesk.notification.template.MessageLayout;
import helpdesk.notification.template.MessageWords;
import helpdesk.notification.template.Text;
import helpdesk.platform.persistence.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;

/** Writes messages: where each goes, in which words, how it looks, and when it may go. */
@ApplicationScoped
class MessageWriter {

    private final MessageWords words;
    private final MessageLayout layout;
    private final SendTimes sendTimes;

    MessageWriter(MessageWords words, MessageLayout layout, SendTimes sendTimes) {
        this.words = words;
        this.layout = layout;
        this.sendTimes = sendTimes;
    }

    /**
     * Writes a message. Called in a transaction.
     *
     * @param profile what is known of the customer, or null
     * @param reachability what is known of the addresses
     */
    Message write(PostedDraft posted, KnownCustomer profile, Preference preference, Known reachability, Instant now) {
        MessageDraft draft = posted.draft();
        Owner owner = posted.owner();
        Contact known = profile == null ? Contact.UNKNOWN : profile.contact();
        UUID id = Ids.next();
        UUID inside = first(draft.accountId(), owner.id(), draft.ticketId(), id);
        Address address = Address.of(
                draft.contact(),
                known,
                preferred(profile),
                inside,
                Dispatcher.refused(draft, profile, reachability),
                Dispatcher.dead(draft, reachability));
        String language = first(draft.language(), profile == null ? null : profile.language());
        String name = first(
                draft.contact().preferredName(),
                known.preferredName(),
                draft.contact().name(),
                known.name());
        Text text = words.render(draft.content(), language, name);
        Message message = new Message(id, draft, owner, address, text, now);
        String timeZone = profile == null ? null : profile.timeZone();
        message.prepare(
                layout.html(text, draft.content()).orElse(null),
                sendTimes.after(draft, address.channel(), preference, timeZone, now));
        return message;
    }

    private static Predicate<MessageChannel> preferred(KnownCustomer profile) {
        return channel -> profile != null && channel.wireName().equals(profile.preferredChannel());
    }

    @SafeVarargs
    private static <T> T first(T... values) {
        for (T value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
