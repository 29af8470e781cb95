package helpdesk.notification.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import helpdesk.testing.TlsIdentity;
import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the connection is to be encrypted, nobody gets our password who cannot do so, or who is somebody else. */
class MailboxEncryptionTest {

    private static final String USER = "help@desk.example";

    @TempDir
    private static Path folder;

    private static TlsIdentity identity;
    private static GreenMail server;
    private SSLContext usual;

    @BeforeAll
    static void start() throws Exception {
        identity = TlsIdentity.of(folder, "ip:127.0.0.1");
        System.setProperty(
                DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY,
                identity.file().toString());
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, TlsIdentity.PASSWORD);
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        ImapHostManager folders = server.getManagers().getImapHostManager();
        folders.getInbox(server.setUser(USER, USER, "secret"));
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void remember() throws Exception {
        usual = SSLContext.getDefault();
    }

    @AfterEach
    void restore() {
        SSLContext.setDefault(usual);
    }

    @Test
    void whom_somebody_vouches_for_is_read() throws Exception {
        SSLContext.setDefault(identity.trusting());
        try (MailServer mailbox = MailServer.connect(encrypted("127.0.0.1"))) {
            assertThat(mailbox.after(0, 10)).isEmpty();
        }
    }

    @Test
    void whom_nobody_vouches_for_is_not() {
        assertThatThrownBy(() -> MailServer.connect(encrypted("127.0.0.1")))
                .isInstanceOf(MessagingException.class)
                .hasStackTraceContaining("unable to find valid certification path");
    }

    @Test
    void who_is_somebody_else_is_not() throws Exception {
        SSLContext.setDefault(identity.trusting());
        assertThatThrownBy(() -> MailServer.connect(encrypted("localhost")))
                .isInstanceOf(MessagingException.class)
                .hasStackTraceContaining("localhost");
    }

    @Test
    void who_cannot_encrypt_is_not() {
        Account plain = new Account("127.0.0.1", server.getImap().getPort(), MailboxSettings.Encryption.STARTTLS);
        assertThatThrownBy(() -> MailServer.connect(plain))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("STARTTLS");
    }

    private static Account encrypted(String host) {
        return new Account(host, server.getImaps().getPort(), MailboxSettings.Encryption.TLS);
    }

    /** An account on the server. */
    private record Account(String name, int number, MailboxSettings.Encryption tls) implements MailboxSettings.Imap {

        @Override
        public Optional<String> host() {
            return Optional.of(name);
        }

        @Override
        public OptionalInt port() {
            return OptionalInt.of(number);
        }

        @Override
        public Optional<String> username() {
            return Optional.of(USER);
        }

        @Override
        public Optional<String> password() {
            return Optional.of("secret");
        }

        @Override
        public String folder() {
            return "INBOX";
        }

        @Override
        public Duration every() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Optional<String> moveTo() {
            return Optional.empty();
        }
    }
}
