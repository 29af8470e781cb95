package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.restassured.path.json.JsonPath;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customers write to us by mail and get their answers by mail, each once, though the service dies while it sends and fetches. */
class MailIT {

    private static final String SUPPORT = "support@helpdesk.example";
    private static final String DOMAIN = "customers.example";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int MAILS = 30;
    private static final int KILLS = 3;

    /** So many mails go to one domain at once. */
    private static final int AT_ONCE = 5;

    private static GreenMail server;
    private static RunningStack stack;

    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
    private Api admin;

    @BeforeAll
    static void start() {
        server = new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()});
        server.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        server.start();
        server.setUser(SUPPORT, "support", "secret");
        stack = RunningStack.fresh(Map.ofEntries(
                Map.entry("HELPDESK_SMTP_HOST", "127.0.0.1"),
                Map.entry(
                        "HELPDESK_SMTP_PORT", Integer.toString(server.getSmtp().getPort())),
                Map.entry("HELPDESK_SMTP_TLS", "none"),
                Map.entry("HELPDESK_MAIL_FROM", SUPPORT),
                Map.entry("HELPDESK_IMAP_HOST", "127.0.0.1"),
                Map.entry(
                        "HELPDESK_IMAP_PORT", Integer.toString(server.getImap().getPort())),
                Map.entry("HELPDESK_IMAP_TLS", "none"),
                Map.entry("HELPDESK_IMAP_USERNAME", "support"),
                Map.entry("HELPDESK_IMAP_PASSWORD", "secret"),
                Map.entry("HELPDESK_IMAP_EVERY", "PT1S")));
        stack.start();
        // The mail server complains on a thread of its own when a connection breaks, and breaking some is what this is
        // about.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @AfterAll
    static void end() {
        Awaitility.catchUncaughtExceptionsByDefault();
        if (stack != null) {
            stack.remove();
        }
        server.stop();
    }

    @Test
    void a_conversation_by_mail_is_one_ticket() throws MessagingException {
        admin = Api.admin(stack);
        Api.Agent agent = admin.hire("Mei Tanaka");
        String customer = "amara-" + mark + "@" + DOMAIN;
        send(customer, "Parcel " + mark, "Where is it?", null);

        JsonPath found = agent.api()
                .await(
                        "the mail is a ticket",
                        "/api/v1/tickets?q=" + mark,
                        all -> all.getList("items").size() == 1);
        String ticket = "/api/v1/tickets/" + found.getString("items[0].id");
        assertThat(found.getString("items[0].channel")).isEqualTo("email");
        assertThat(found.getString("items[0].requester.email")).isEqualTo(customer);

        MimeMessage acknowledgement = received(customer, 1).getFirst();
        send(customer, "Re: " + acknowledgement.getSubject(), "It is urgent.", acknowledgement.getMessageID());
        agent.api().await("the answer is a comment", ticket + "/comments", all -> all.getList("items.body").stream()
                .anyMatch(body -> body.toString().contains("It is urgent.")));

        json(200, agent.api().patch(ticket, Map.of("assigneeId", agent.id())));
        json(201, agent.api().post(ticket + "/comments", Map.of("body", "It comes today.", "visibility", "public")));
        MimeMessage reply = received(customer, 2).getLast();
        assertThat(reply.getHeader("References", " ")).isNotBlank();
        assertThat(json(200, agent.api().get("/api/v1/tickets?q=" + mark)).getList("items"))
                .hasSize(1);
    }

    @Test
    void each_mail_is_a_ticket_once_and_is_acknowledged_once_though_the_service_dies() throws Exception {
        admin = Api.admin(stack);
        for (int i = 0; i < MAILS; i++) {
            send(mark + "-" + i + "@" + DOMAIN, "Burst " + mark, "Number " + i, null);
            if (i % (MAILS / KILLS) == MAILS / KILLS - 1) {
                // In the midst of it: some are acknowledged, others are read, others lie in the mailbox, and what was
                // on
                // its way at the last death waits.
                int enough = i - 6 - i / (MAILS / KILLS) * AT_ONCE;
                Awaitility.await("some are acknowledged")
                        .atMost(PATIENCE)
                        .until(() -> acknowledged().size() >= enough);
                stack.kill("notification-service");
            }
        }
        admin.await(
                "each is a ticket",
                "/api/v1/tickets?limit=100&q=" + mark,
                all -> all.getList("items").size() >= MAILS);
        Awaitility.await("each is acknowledged that was not on its way when the service died")
                .atMost(PATIENCE)
                .until(() -> acknowledged().size() >= MAILS - KILLS * AT_ONCE);
        for (int i = 0; i < MAILS; i++) {
            assertAcknowledgedOrStillToBe(mark + "-" + i + "@" + DOMAIN);
        }
        JsonPath tickets = json(200, admin.get("/api/v1/tickets?limit=100&q=" + mark));
        assertThat(tickets.getList("items")).hasSize(MAILS);
        assertThat(Set.copyOf(tickets.<String>getList("items.requester.email"))).hasSize(MAILS);
        // What was under way when the service died may come twice, but then with the same Message-ID.
        assertThat(acknowledged().values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
    }

    /** What was on its way when the service died is sent again minutes or an hour later, by what is known of it. */
    private void assertAcknowledgedOrStillToBe(String address) {
        JsonPath told = json(200, admin.get("/api/v1/messages?to=" + address));
        assertThat(told.getList("items.kind")).isEqualTo(List.of("acknowledgement"));
        if (!acknowledged().containsKey(address)) {
            assertThat(told.getString("items[0].state")).isEqualTo("queued");
        }
    }

    /** The Message-IDs of what came, by whom it came to. */
    private Map<String, Set<String>> acknowledged() {
        return Stream.of(server.getReceivedMessagesForDomain(DOMAIN))
                .filter(message -> recipient(message).startsWith(mark + "-"))
                .collect(Collectors.groupingBy(
                        MailIT::recipient, Collectors.mapping(MailIT::messageId, Collectors.toSet())));
    }

    private static List<MimeMessage> received(String address, int count) {
        return Awaitility.await("mail to " + address)
                .atMost(PATIENCE)
                .until(
                        () -> Stream.of(server.getReceivedMessagesForDomain(DOMAIN))
                                .filter(message -> recipient(message).equals(address))
                                .toList(),
                        all -> all.size() >= count);
    }

    private static String recipient(MimeMessage message) {
        try {
            return ((InternetAddress) message.getAllRecipients()[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(String from, String subject, String text, String inReplyTo) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(SUPPORT));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setText(text, StandardCharsets.UTF_8.name());
        if (inReplyTo != null) {
            message.setHeader("In-Reply-To", inReplyTo);
            message.setHeader("References", inReplyTo);
        }
        Transport.send(message);
    }
}
