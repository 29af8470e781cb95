package helpdesk.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Talks to the mail server, and knows how far it came: that says whether the server can have the mail. */
final class WatchedTransport extends SMTPTransport {

    /** How far it came. */
    enum Stage {
        /** The server is not ready to be told of a mail. */
        CONNECTING,
        /** It is told of the mail; it has nothing of it. */
        ENVELOPE,
        /** It has a part. A part is no mail: whatever ends now, it takes nothing. */
        CONTENT,
        /** It has all, and has not answered. */
        ENDED,
        /** It has said that it has it. */
        TAKEN
    }

    private final BooleanSupplier begin;
    private Stage stage = Stage.CONNECTING;
    private boolean lost;

    /**
     * A connection for one mail.
     *
     * @param begin asked before the server gets anything of the mail, whether it may
     */
    WatchedTransport(Session session, BooleanSupplier begin) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.begin = begin;
    }

    Stage stage() {
        return stage;
    }

    /** Whether it was not this attempt's to send any more. */
    boolean isLost() {
        return lost;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        stage = Stage.ENVELOPE;
        super.mailFrom();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        if (!begin.getAsBoolean()) {
            lost = true;
            throw new MessagingException("Somebody else sends it");
        }
        OutputStream content = super.data();
        stage = Stage.CONTENT;
        return content;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        stage = Stage.ENDED;
        super.finishData();
        stage = Stage.TAKEN;
    }
}
