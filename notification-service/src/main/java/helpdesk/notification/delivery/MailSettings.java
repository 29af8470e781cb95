package helpdesk.notification.delivery;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How mail is sent. Without a host, none is. */
@ConfigMapping(prefix = "helpdesk.mail")
interface MailSettings {

    /** The mail server. */
    Optional<String> host();

    /** By default 25 without encryption, 587 with STARTTLS, 465 with TLS. */
    OptionalInt port();

    /** None where the server wants no name. */
    Optional<String> username();

    /** Of the name. */
    Optional<String> password();

    /** How the connection is encrypted. */
    Tls tls();

    /** Whom mail comes from, {@code Support <support@example.org>}. */
    String from();

    /** Where answers go, when that is elsewhere. */
    Optional<String> replyTo();

    /** How long to wait for a connection. */
    Duration connectTimeout();

    /** How long to wait for each answer, and for each piece to be taken. */
    Duration timeout();

    /** How long an attempt takes at most, however it goes on. Less than the five minutes it is lent for. */
    Duration attemptTimeout();

    /** How a connection is encrypted. */
    enum Tls {
        NONE(25),
        STARTTLS(587),
        TLS(465);

        private final int port;

        Tls(int port) {
            this.port = port;
        }

        int port() {
            return port;
        }
    }
}
