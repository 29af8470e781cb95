package helpdesk.notification.mailbox;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where mails come from, and how they are taken. */
@ConfigMapping(prefix = "helpdesk.mailbox")
public interface MailboxSettings {

    /** Our own addresses: what comes from there is a loop. */
    Optional<List<String>> addresses();

    /** More mails of one sender in an hour are a loop. */
    int mostPerHour();

    /** Of a larger mail only the header is taken. */
    MemorySize largest();

    /** The server. */
    Imap imap();

    /** The server that mails are fetched from. */
    interface Imap {

        /** None when mails are fetched from nowhere. */
        Optional<String> host();

        /** The usual one when left out. */
        OptionalInt port();

        Optional<String> username();

        Optional<String> password();

        Encryption tls();

        String folder();

        /** How often it is looked for new mails. */
        Duration every();

        /** How long the server may take for an answer. */
        Duration timeout();

        /** The folder that mails are moved to when they were taken; when there is none, they are marked as read. */
        Optional<String> moveTo();
    }

    /** How the connection is encrypted. */
    enum Encryption {
        /** From its first byte. */
        TLS,
        /** From when the server was asked for it; it must. */
        STARTTLS,
        /** Not at all: for servers on the same machine. */
        NONE
    }
}
