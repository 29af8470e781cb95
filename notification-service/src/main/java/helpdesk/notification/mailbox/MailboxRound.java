package helpdesk.notification.mailbox;

import helpdesk.platform.problem.Failures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jboss.logging.Logger;

/**
 * Takes what is new in a folder. First the mail is here, then the server is told: whoever dies in between finds by the next round what was not
 * told yet. One that the server does not hand out is tried a few times, and then noted, so that it does not stop the others.
 */
@ApplicationScoped
class MailboxRound {

    static final int BATCH = 20;

    private static final Logger LOG = Logger.getLogger(MailboxRound.class);
    private static final int ATTEMPTS = 3;

    private final MailIntake intake;
    private final MailboxCursors cursors;
    private final long largest;
    private final Map<MailPlace, Integer> failures = new ConcurrentHashMap<>();

    MailboxRound(MailIntake intake, MailboxCursors cursors, MailboxSettings settings) {
        this.intake = intake;
        this.cursors = cursors;
        this.largest = settings.largest().asLongValue();
    }

    /** Takes some; tells whether there may be more. */
    boolean read(MailServer server) throws MessagingException, IOException {
        MailboxCursors.Cursor cursor = cursors.read(server.mailbox(), server.uidValidity());
        tidyFormer(server, cursor);
        List<IMAPMessage> fresh = server.after(cursor.lastUid(), BATCH);
        List<IMAPMessage> taken = new ArrayList<>();
        long last = cursor.lastUid();
        for (IMAPMessage mail : fresh) {
            last = server.uid(mail);
            if (take(server, mail, server.place(last))) {
                taken.add(mail);
            }
        }
        server.tidy(taken);
        cursors.tidied(server.mailbox(), server.uidValidity(), last);
        return !fresh.isEmpty();
    }

    /** What was taken by somebody who did not come to tell the server. */
    private void tidyFormer(MailServer server, MailboxCursors.Cursor cursor) throws MessagingException {
        while (cursor.tidiedUid() < cursor.lastUid()) {
            List<IMAPMessage> former = server.between(cursor.tidiedUid() + 1, cursor.lastUid(), BATCH);
            List<IMAPMessage> taken = new ArrayList<>();
            for (IMAPMessage mail : former) {
                if (mail.getSize() <= largest) {
                    taken.add(mail);
                }
            }
            long until = former.size() < BATCH ? cursor.lastUid() : server.uid(former.getLast());
            server.tidy(taken);
            cursors.tidied(server.mailbox(), server.uidValidity(), until);
            cursor = new MailboxCursors.Cursor(cursor.lastUid(), until);
        }
    }

    /** Whether it is here as a whole. */
    private boolean take(MailServer server, IMAPMessage mail, MailPlace place) throws MessagingException, IOException {
        try {
            boolean whole = mail.getSize() <= largest && takeWhole(server, mail, place);
            if (!whole) {
                intake.takeHeader(server.header(mail), mail.getSize(), place);
            }
            failures.remove(place);
            return whole;
        } catch (MessageRemovedException e) {
            LOG.debugf("Mail %s was removed before it was read", place);
            return false;
        } catch (FolderClosedException | StoreClosedException e) {
            throw e;
        } catch (MessagingException | IOException e) {
            if (isTriedAgain(place)) {
                throw e;
            }
            intake.takeUnfetched(mail.getSize(), place, String.valueOf(e.getMessage()));
            return false;
        } catch (OutOfMemoryError e) {
            if (isTriedAgain(place)) {
                throw e;
            }
            intake.takeHeader(server.header(mail), mail.getSize(), place);
            return false;
        } catch (RuntimeException e) {
            if (!Failures.isTransient(e)) {
                LOG.errorf(e, "Mail %s cannot be kept, and keeps those behind it waiting", place);
            }
            throw e;
        }
    }

    private boolean isTriedAgain(MailPlace place) {
        boolean again = failures.merge(place, 1, Integer::sum) < ATTEMPTS;
        if (!again) {
            failures.remove(place);
        }
        return again;
    }

    private boolean takeWhole(MailServer server, IMAPMessage mail, MailPlace place)
            throws MessagingException, IOException {
        byte[] bytes = server.bytes(mail, largest).orElse(null);
        if (bytes == null) {
            return false;
        }
        intake.take(bytes, place);
        return true;
    }
}
