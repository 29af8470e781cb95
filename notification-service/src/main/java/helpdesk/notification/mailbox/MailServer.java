package helpdesk.notification.mailbox;

import helpdesk.notification.mailbox.mime.LenientSession;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A connection to a folder on a mail server. Every wait for an answer has an end. */
final class MailServer implements AutoCloseable {

    private static final String FETCHED_AT_ONCE = Integer.toString(512 * 1024);
    private static final long WINDOW = 2_000;
    private static final int LONGEST_HEADER = 256 * 1024;

    private final IMAPStore store;
    private final IMAPFolder folder;
    private final String mailbox;
    private final Optional<String> moveTo;

    private MailServer(IMAPStore store, IMAPFolder folder, String mailbox, Optional<String> moveTo) {
        this.store = store;
        this.folder = folder;
        this.mailbox = mailbox;
        this.moveTo = moveTo;
    }

    static MailServer connect(MailboxSettings.Imap settings) throws MessagingException {
        boolean tls = settings.tls() == MailboxSettings.Encryption.TLS;
        String protocol = tls ? "imaps" : "imap";
        String host = settings.host().orElseThrow();
        Session session = LenientSession.with(properties("mail." + protocol + ".", settings));
        IMAPStore store = (IMAPStore) session.getStore(protocol);
        try {
            store.connect(
                    host,
                    settings.port().orElse(tls ? 993 : 143),
                    settings.username().orElse(null),
                    settings.password().orElse(null));
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            String mailbox = settings.username().orElse("") + "@" + host + "/" + settings.folder();
            return new MailServer(store, folder, mailbox, settings.moveTo());
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Properties properties(String prefix, MailboxSettings.Imap settings) {
        String timeout = Long.toString(Duration.from(settings.timeout()).toMillis());
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", timeout);
        properties.setProperty(prefix + "timeout", timeout);
        properties.setProperty(prefix + "writetimeout", timeout);
        properties.setProperty(prefix + "connectionpooltimeout", timeout);
        properties.setProperty(prefix + "partialfetch", "true");
        properties.setProperty(prefix + "fetchsize", FETCHED_AT_ONCE);
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        boolean startTls = settings.tls() == MailboxSettings.Encryption.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(startTls));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(startTls));
        return properties;
    }

    /** What the folder is called among all. */
    String mailbox() {
        return mailbox;
    }

    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    MailPlace place(long uid) throws MessagingException {
        return new MailPlace(mailbox, uidValidity(), uid);
    }

    /** The mails with numbers in a range, by number, not more than asked for; their sizes are known. */
    List<IMAPMessage> between(long first, long last, int most) throws MessagingException {
        List<IMAPMessage> found = new ArrayList<>();
        for (Message message : folder.getMessagesByUID(first, last)) {
            // Of an empty range, servers give the last mail there is.
            if (message instanceof IMAPMessage mail && uid(mail) >= first && uid(mail) <= last) {
                found.add(mail);
            }
        }
        List<IMAPMessage> some = found.subList(0, Math.min(most, found.size()));
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(some.toArray(Message[]::new), profile);
        return some;
    }

    /** The first that come after a number, of those that were there when the folder was opened. */
    List<IMAPMessage> after(long uid, int most) throws MessagingException {
        long next = folder.getUIDNext();
        if (next < 0) {
            return between(uid + 1, UIDFolder.MAXUID, most);
        }
        // By the window: a folder can have a million mails, and most of them are read already.
        for (long first = uid + 1; first < next; first += WINDOW) {
            List<IMAPMessage> found = between(first, Math.min(first + WINDOW, next) - 1, most);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    long uid(IMAPMessage mail) throws MessagingException {
        return folder.getUID(mail);
    }

    /** All bytes of the mail; empty when there are more than the limit, whatever the server said of its size. */
    Optional<byte[]> bytes(IMAPMessage mail, long limit) throws MessagingException, IOException {
        try (InputStream stream = mail.getMimeStream()) {
            byte[] bytes = stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limit + 1));
            return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
        }
    }

    /** The header of the mail, as far as it is of a length that makes sense. */
    byte[] header(IMAPMessage mail) throws MessagingException, IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try (InputStream stream = mail.getMimeStream()) {
            byte[] begin = stream.readNBytes(LONGEST_HEADER);
            header.write(begin, 0, end(begin));
        }
        return header.toByteArray();
    }

    /** Tells the server that these were read, or moves them away. */
    void tidy(List<IMAPMessage> mails) throws MessagingException {
        Message[] taken = mails.toArray(Message[]::new);
        if (taken.length == 0) {
            return;
        }
        if (moveTo.isEmpty()) {
            folder.setFlags(taken, new Flags(Flags.Flag.SEEN), true);
            return;
        }
        Folder target = store.getFolder(moveTo.get());
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        if (store.hasCapability("MOVE")) {
            folder.moveMessages(taken, target);
        } else {
            folder.copyMessages(taken, target);
            folder.setFlags(taken, new Flags(Flags.Flag.DELETED), true);
            if (store.hasCapability("UIDPLUS")) {
                // These alone: what others have marked is theirs to remove.
                folder.expunge(taken);
            }
        }
    }

    @Override
    public void close() throws MessagingException {
        try {
            if (folder.isOpen()) {
                folder.close(false);
            }
        } finally {
            store.close();
        }
    }

    private static int end(byte[] begin) {
        for (int i = 0; i + 1 < begin.length; i++) {
            boolean blankFollows = begin[i] == '\n'
                    && (begin[i + 1] == '\n' || i + 2 < begin.length && begin[i + 1] == '\r' && begin[i + 2] == '\n');
            if (blankFollows) {
                return i + 1;
            }
        }
        return begin.length;
    }
}
