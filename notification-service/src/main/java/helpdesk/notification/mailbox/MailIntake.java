package helpdesk.notification.mailbox;

import helpdesk.notification.mailbox.mime.MailIdentity;
import helpdesk.notification.mailbox.mime.MailParser;
import helpdesk.notification.mailbox.mime.ParsedMail;
import helpdesk.notification.mailbox.mime.UnparsableMailException;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.request.Causation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Takes mails, each once and every one, whatever is wrong with it: what cannot be read is kept as it came, with the reason. A mail, what comes
 * of it and how far its folder was read are written in one transaction.
 */
@ApplicationScoped
public class MailIntake {

    private static final Logger LOG = Logger.getLogger(MailIntake.class);

    /** A mail of 25 MiB and its files are written in it. */
    private static final int TRANSACTION_SECONDS = 120;

    private static final Actor READER = Actor.system("mailbox");

    private final MailRepository mails;
    private final MailFiles files;
    private final MailSorting sorting;
    private final MailboxCursors cursors;
    private final MailMetrics metrics;
    private final Causation causation;
    private final Clock clock;

    MailIntake(
            MailRepository mails,
            MailFiles files,
            MailSorting sorting,
            MailboxCursors cursors,
            MailMetrics metrics,
            Causation causation,
            Clock clock) {
        this.mails = mails;
        this.files = files;
        this.sorting = sorting;
        this.cursors = cursors;
        this.metrics = metrics;
        this.causation = causation;
        this.clock = clock;
    }

    /**
     * Takes a mail.
     *
     * @throws RuntimeException when nothing can be written now; then nothing was
     */
    public TakenMail take(byte[] bytes) {
        return take(bytes, null);
    }

    /** Takes a mail from a server. */
    @ActivateRequestContext
    TakenMail take(byte[] bytes, MailPlace place) {
        if (place != null) {
            causation.actAs(READER);
        }
        UUID id = Ids.next();
        String identity = MailIdentity.of(bytes);
        ParsedMail parsed;
        try {
            parsed = MailParser.parse(bytes, number -> MailReceived.place(id, number));
        } catch (UnparsableMailException e) {
            return keepUnread(id, identity, bytes, place, e.getMessage());
        }
        try {
            return store(id, identity, bytes, bytes.length, place, mail -> sorting.keep(mail, parsed));
        } catch (RuntimeException e) {
            if (Failures.isTransient(e)) {
                throw e;
            }
            // Something in it does not fit into the database, or nobody has thought of it.
            LOG.warnf("A mail is kept as it came, because it cannot be kept as it was read: %s", e);
            return keepUnread(
                    id,
                    identity,
                    bytes,
                    place,
                    "It cannot be kept as it was read: " + e.getClass().getSimpleName());
        }
    }

    /** Takes the header of a mail that stays on the server. */
    @ActivateRequestContext
    TakenMail takeHeader(byte[] header, long size, MailPlace place) {
        causation.actAs(READER);
        UUID id = Ids.next();
        String why = "It has %,d bytes, which is too large. It is still on the server.".formatted(size);
        return store(id, MailIdentity.of(header), header, size, place, mail -> {
            mail.understand(MailParser.parseHeader(header), MailThread.begunBy(id));
            mail.become(MailState.TOO_LARGE, why);
            mails.persist(mail);
        });
    }

    /** Notes that there is a mail which the server does not hand out. */
    @ActivateRequestContext
    TakenMail takeUnfetched(long size, MailPlace place, String why) {
        causation.actAs(READER);
        byte[] instead = ("X-Unfetched: " + place).getBytes(StandardCharsets.UTF_8);
        return store(Ids.next(), MailIdentity.of(instead), instead, Math.max(0, size), place, mail -> {
            mail.become(MailState.UNPARSABLE, "The mail server does not hand it out: " + why);
            mails.persist(mail);
        });
    }

    private TakenMail keepUnread(UUID id, String identity, byte[] bytes, MailPlace place, String why) {
        return store(id, identity, bytes, bytes.length, place, mail -> {
            mail.become(MailState.UNPARSABLE, why);
            mails.persist(mail);
        });
    }

    private TakenMail store(UUID id, String identity, byte[] raw, long size, MailPlace place, Consumer<Mail> keeping) {
        return QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(() -> {
            if (place != null) {
                cursors.advance(place);
            }
            if (!mails.claim(identity, id, clock.instant())) {
                return new TakenMail(mails.taken(identity).orElseThrow(), false);
            }
            Mail mail = new Mail(id, size, clock.instant());
            keeping.accept(mail);
            mails.flush();
            files.keepRaw(id, raw);
            metrics.took(mail.state());
            return new TakenMail(id, true);
        });
    }
}
