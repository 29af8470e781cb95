package helpdesk.notification.mailbox;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * A mail, and what has to become of it.
 *
 * @param subject null when it has none
 * @param text null when nobody looks
 * @param more what else is looked at
 */
record MailCase(
        String name,
        byte[] mail,
        MailState state,
        String subject,
        String text,
        BiConsumer<Mail, List<MailAttachmentView>> more) {

    static final String SUBJECT = "The lamp flickers";

    /** One that is received. */
    static MailCase received(String name, byte[] mail, String subject, String text) {
        return new MailCase(name, mail, MailState.RECEIVED, subject, text, (kept, files) -> {});
    }

    /** One that is received under the usual subject. */
    static MailCase says(String name, byte[] mail, String text) {
        return received(name, mail, SUBJECT, text);
    }

    /** One that is not received. */
    static MailCase as(MailState state, String name, byte[] mail) {
        return new MailCase(name, mail, state, SUBJECT, null, (kept, files) -> {});
    }

    MailCase titled(String title) {
        return new MailCase(name, mail, state, title, text, more);
    }

    MailCase and(BiConsumer<Mail, List<MailAttachmentView>> check) {
        return new MailCase(name, mail, state, subject, text, more.andThen(check));
    }

    @Override
    public String toString() {
        return name;
    }
}
