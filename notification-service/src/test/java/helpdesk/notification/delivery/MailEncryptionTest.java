package helpdesk.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.notification.message.ClaimedMessage;
import helpdesk.notification.message.MessageKind;
import helpdesk.notification.message.Transport;
import helpdesk.testing.RealParts;
import helpdesk.testing.TlsIdentity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where mail is to be encrypted, nothing of it goes to who cannot do so, or who is somebody else. */
@QuarkusTest
@WithTestResource(RealParts.class)
@TestProfile(SendingProfile.class)
class MailEncryptionTest {

    @Inject
    Mails mails;

    @Inject
    MessageIds ids;

    @TempDir
    static Path folder;

    private SSLContext usual;

    @BeforeEach
    void remember() throws Exception {
        usual = SSLContext.getDefault();
    }

    @AfterEach
    void restore() {
        SSLContext.setDefault(usual);
    }

    @ParameterizedTest
    @EnumSource(
            value = MailSettings.Tls.class,
            names = {"STARTTLS", "TLS"})
    void nobody_can_listen(MailSettings.Tls tls) throws Exception {
        TlsIdentity identity = TlsIdentity.of(folder, "ip:127.0.0.1");
        SSLContext.setDefault(identity.trusting());
        try (EncryptedSmtp server = new EncryptedSmtp(tls, identity.server())) {
            assertThat(send(server, tls)).isInstanceOf(SendOutcome.Taken.class);
            assertThat(server.said()).contains("secret: A word in confidence.");
            assertThat(server.said().stream().filter(line -> line.startsWith("plain: ")))
                    .allMatch(line -> line.matches("plain: (EHLO .*|STARTTLS)"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MailSettings.Tls.class,
            names = {"STARTTLS", "TLS"})
    void whom_nobody_vouches_for_gets_nothing(MailSettings.Tls tls) throws Exception {
        TlsIdentity identity = TlsIdentity.of(folder, "ip:127.0.0.1");
        try (EncryptedSmtp server = new EncryptedSmtp(tls, identity.server())) {
            assertKept(send(server, tls), server);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MailSettings.Tls.class,
            names = {"STARTTLS", "TLS"})
    void who_is_somebody_else_gets_nothing(MailSettings.Tls tls) throws Exception {
        TlsIdentity identity = TlsIdentity.of(folder, "dns:other.example");
        SSLContext.setDefault(identity.trusting());
        try (EncryptedSmtp server = new EncryptedSmtp(tls, identity.server())) {
            assertKept(send(server, tls), server);
        }
    }

    @Test
    void who_cannot_encrypt_gets_nothing() throws Exception {
        try (EncryptedSmtp server = new EncryptedSmtp(MailSettings.Tls.NONE, null)) {
            assertKept(send(server, MailSettings.Tls.STARTTLS), server);
        }
    }

    private static void assertKept(SendOutcome outcome, EncryptedSmtp server) {
        assertThat(outcome).isInstanceOfSatisfying(SendOutcome.NotNow.class, later -> assertThat(later.unreachable())
                .isTrue());
        assertThat(server.said()).noneMatch(line -> line.contains("MAIL") || line.contains("AUTH"));
    }

    private SendOutcome send(EncryptedSmtp server, MailSettings.Tls tls) {
        MailSender sender = new MailSender(new Settings(server.port(), tls), mails, ids);
        try {
            return sender.send(message(), () -> true);
        } finally {
            sender.close();
        }
    }

    private static ClaimedMessage message() {
        return new ClaimedMessage(
                UUID.randomUUID(),
                MessageKind.NOTICE,
                "amara@example.org",
                "en",
                "A word",
                "A word in confidence.",
                null,
                List.of(),
                null,
                Transport.SMTP,
                "example.org",
                1,
                1,
                null,
                0);
    }

    /** A server on this machine. */
    private record Settings(int number, MailSettings.Tls tls) implements MailSettings {

        @Override
        public Optional<String> host() {
            return Optional.of("127.0.0.1");
        }

        @Override
        public OptionalInt port() {
            return OptionalInt.of(number);
        }

        @Override
        public Optional<String> username() {
            return Optional.of("helpdesk");
        }

        @Override
        public Optional<String> password() {
            return Optional.of("secret");
        }

        @Override
        public String from() {
            return "Support <support@helpdesk.example>";
        }

        @Override
        public Optional<String> replyTo() {
            return Optional.empty();
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration attemptTimeout() {
            return Duration.ofSeconds(30);
        }
    }
}
