package helpdesk.notification.delivery;

import static helpdesk.notification.delivery.Notices.tell;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import helpdesk.notification.message.ClaimedMessage;
import helpdesk.notification.message.MessageAttachment;
import helpdesk.notification.message.MessageKind;
import helpdesk.notification.message.Transport;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails as they arrive. */
@QuarkusTest
@WithTestResource(RealParts.class)
@TestProfile(SendingProfile.class)
class MailDeliveryTest {

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final String address = Notices.address();
    private final GreenMail server = new GreenMail(new ServerSetup(FaultySmtp.port(), "127.0.0.1", "smtp"));

    @Inject
    MessageIds ids;

    @Inject
    Bounces bounces;

    @Inject
    Mails mails;

    @BeforeEach
    void open() {
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
        probe.close();
    }

    @Test
    void a_mail_says_whose_it_is_and_that_no_person_wrote_it() throws MessagingException, IOException {
        String id = tell(probe, address);
        MimeMessage mail = mail(address);
        JsonPath message = Notices.await(id, "sent");

        assertThat(mail.getSubject()).isEqualTo(message.getString("subject"));
        MimeMultipart ways = (MimeMultipart) mail.getContent();
        assertThat(ways.getContentType()).startsWith("multipart/alternative");
        assertThat(ways.getCount()).isEqualTo(2);
        assertThat(ways.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(ways.getBodyPart(0)
                        .getContent()
                        .toString()
                        .replace("\r\n", "\n")
                        .strip())
                .isEqualTo(message.getString("body").strip());
        assertThat(ways.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(ways.getBodyPart(1)
                        .getContent()
                        .toString()
                        .replace("\r\n", "\n")
                        .strip())
                .isEqualTo(message.getString("html").strip());
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Support <support@helpdesk.example>");
        assertThat(mail.getReplyTo()).extracting(Object::toString).containsExactly("answers@helpdesk.example");
        String messageId = mail.getHeader("Message-ID", null);
        assertThat(messageId).endsWith("@helpdesk.example>");
        assertThat(ids.message(messageId)).contains(UUID.fromString(id));
        assertThat(ids.message(messageId.replace('.', ','))).isEmpty();
        assertThat(ids.message("<message-" + UUID.randomUUID() + messageId.substring(messageId.indexOf('.'))))
                .isEmpty();
        String conversation = mail.getHeader("References", null);
        assertThat(ids.ticket(conversation)).contains(message.getUUID("ticketId"));
        assertThat(mail.getHeader("In-Reply-To", null)).isEqualTo(conversation);
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getHeader("X-Helpdesk-Loop", null)).isEqualTo(ids.mark());
        assertThat(mail.getSentDate()).isNotNull();
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat(mail.getHeader("Precedence")).isNull();

        Event told = probe.await("org.helpdesk.message.delivered.v1", id);
        Contracts.assertFits(told);
        assertThat(told.data().get("transport").asText()).isEqualTo("smtp");
    }

    @Test
    void many_to_one_domain_go_one_after_the_other_and_each_once() {
        String domain = "many-" + UUID.randomUUID() + ".example";
        List<String> sent = Notices.tellAll(
                probe,
                IntStream.range(0, 45)
                        .mapToObj(i -> "everybody-" + i + "@" + domain)
                        .toList());
        String other = tell(probe, address);
        Notices.await(other, "sent");
        sent.forEach(
                id -> assertThat(Notices.outcomes(Notices.await(id, "sent"))).containsExactly("delivered"));
        assertThat(server.getReceivedMessagesForDomain(domain)).hasSize(45);
    }

    @Test
    void what_comes_back_for_good_has_failed_and_its_address_is_dead() {
        String id = tell(probe, address);
        Notices.await(id, "sent");
        String messageId = ids.ofMessage(UUID.fromString(id));

        assertThat(bounces.take(new Bounce(messageId, "somebody.else@example.org", new EnhancedStatus("5.1.1"), null)))
                .isFalse();
        assertThat(bounces.take(new Bounce("<x@y>", address, new EnhancedStatus("5.1.1"), null)))
                .isFalse();
        Bounce soft = new Bounce(messageId, address, new EnhancedStatus("4.2.2"), "Mailbox full");
        Bounce hard =
                new Bounce(messageId, address.toUpperCase(Locale.ROOT), new EnhancedStatus("5.1.1"), "No " + address);
        for (Bounce bounce : List.of(soft, soft)) {
            assertThat(bounces.take(bounce)).isTrue();
        }
        assertThat(Notices.read(id).getString("state")).isEqualTo("sent");
        for (Bounce bounce : List.of(hard, hard)) {
            assertThat(bounces.take(bounce)).isTrue();
        }

        JsonPath message = Notices.read(id);
        assertThat(message.getString("state")).isEqualTo("failed");
        assertThat(Notices.outcomes(message)).containsExactly("delivered", "bounced", "bounced");
        assertThat(message.getString("attempts[2].detail")).isEqualTo("5.1.1 No …");
        Contracts.assertFits(probe.await("org.helpdesk.message.failed.v1", id));
        String next = tell(probe, Map.of("email", address, "phone", "+447700900123"));
        assertThat(Notices.read(next).getString("channel")).isEqualTo("sms");
    }

    @Test
    void nothing_written_into_a_subject_becomes_a_header() throws MessagingException {
        MimeMessage mail = mails.of(
                new ClaimedMessage(
                        UUID.randomUUID(),
                        MessageKind.SURVEY_INVITATION,
                        address,
                        "kk",
                        "Ракмет\r\nBcc: everybody@example.org",
                        "…",
                        "<p>…</p>",
                        List.of(new MessageAttachment("visit.ics", "text/calendar", new byte[] {1})),
                        null,
                        Transport.SMTP,
                        "example.org",
                        1,
                        1,
                        null,
                        0),
                Session.getInstance(new Properties()));
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Precedence", null)).isEqualTo("bulk");
        assertThat(mail.getHeader("List-Unsubscribe", null)).matches("<http://localhost:8080/u/[A-Za-z0-9_-]{54}>");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("References")).isNull();
        assertThat(mail.getContentType()).startsWith("multipart/mixed");
    }

    private MimeMessage mail(String to) {
        return Awaitility.await()
                .atMost(Notices.PATIENCE)
                .until(() -> List.of(server.getReceivedMessagesForDomain(to)), found -> !found.isEmpty())
                .getFirst();
    }
}
