package helpdesk.notification.mailbox;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.mailbox.Draft.END;
import static helpdesk.notification.mailbox.Draft.file;
import static helpdesk.notification.mailbox.Draft.part;
import static helpdesk.notification.mailbox.Draft.plain;
import static helpdesk.notification.mailbox.Mails.read;
import static helpdesk.notification.mailbox.Mails.redeliver;
import static helpdesk.notification.mailbox.Mails.sent;
import static helpdesk.notification.message.MessagesOverHttp.awaitOneOfTicket;
import static helpdesk.notification.message.MessagesOverHttp.ofTicket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.notification.delivery.MessageIds;
import helpdesk.platform.persistence.Ids;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of mails, and what is learned of the tickets that they became. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MailEventsTest {

    private static final String RECEIVED = "org.helpdesk.mail.received.v1";
    private static final String TICKETS = "helpdesk.ticket";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final UUID ticket = UUID.randomUUID();

    @Inject
    MovableClock clock;

    @Inject
    MessageIds ids;

    @AfterEach
    void close() {
        clock.reset();
        probe.close();
    }

    @Test
    void a_mail_is_told_with_what_it_says_and_where_its_files_are() {
        Draft draft = Draft.usual().with("Content-Language", "en");
        String id = sent(draft.parts(
                        "mixed",
                        plain("It flickers."),
                        file("application/pdf", "attachment; filename=bill.pdf", "%PDF-1.4".getBytes())))
                .getString("id");

        Event told = told(id);

        Contracts.assertFits(told);
        assertThat(told.subject()).isEqualTo(id);
        assertThat(told.data().get("kind").asText()).isEqualTo("message");
        assertThat(told.data().get("messageId").asText()).isEqualTo(draft.id());
        assertThat(told.data().at("/from/email").asText()).isEqualTo(draft.sender());
        assertThat(told.data().at("/from/name").asText()).isEqualTo("Amara Okafor");
        assertThat(told.data().get("text").asText()).isEqualTo("It flickers.");
        assertThat(told.data().get("language").asText()).isEqualTo("en");
        assertThat(told.data().at("/attachments/0/href").asText()).isEqualTo("/api/v1/mails/" + id + "/attachments/1");
        assertThat(told.data().has("ticketId")).isFalse();
    }

    @Test
    void the_longest_of_mails_is_told_as_far_as_an_event_holds_it() {
        String name = "\uD83D\uDCA1".repeat(95) + ".txt";
        String[] parts = new String[51];
        parts[0] = plain("\u20ac\"\\".repeat(100_000));
        for (int i = 1; i < parts.length; i++) {
            parts[i] = file("text/plain", "attachment; filename=\"" + name + "\"", new byte[] {65});
        }
        String id = sent(Draft.usual().parts("mixed", parts)).getString("id");

        Event told = told(id);

        Contracts.assertFits(told);
        assertThat(told.data().get("text").asText())
                .hasSizeLessThan(61_000)
                .endsWith("[The mail is longer. All of it: /api/v1/mails/" + id + "]");
        assertThat(told.data().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .isLessThan(450_000);
        assertThat(read(id).getString("text")).hasSize(300_000);
    }

    @Test
    void a_mail_belongs_to_the_ticket_that_it_became_and_so_does_what_answers_it() {
        Draft first = Draft.usual();
        String id = sent(first.body("Hello")).getString("id");
        Draft early = Draft.usual().with("In-Reply-To", "<" + first.id() + ">");
        String earlyId = sent(early.body("One more thing")).getString("id");
        Event earlyTold = told(earlyId);
        Contracts.assertFits(earlyTold);
        assertThat(earlyTold.subject()).as("in order, behind the first").isEqualTo(id);
        assertThat(earlyTold.data().get("answersMailId").asText()).isEqualTo(id);
        assertThat(earlyTold.data().get("threadedBy").asText()).isEqualTo("mail");
        assertThat(earlyTold.sequence()).isGreaterThan(told(id).sequence());

        probe.publish(TICKETS, ticketEvent("opened").withData("mailId", id).withData("number", "HD-4711"));
        Awaitility.await().atMost(PATIENCE).until(() -> ticket.toString().equals(read(id).getString("ticketId")));
        assertThat(read(id).getString("ticketNumber")).isEqualTo("HD-4711");

        Draft late = Draft.usual().with("References", "<other@example.org> <" + first.id() + "> <unknown@example.org>");
        JsonPath threaded = sent(late.body("And another"));
        assertThat(threaded.getString("ticketId")).isEqualTo(ticket.toString());
        assertThat(threaded.getString("ticketNumber")).isEqualTo("HD-4711");
        assertThat(threaded.getString("threadedBy")).isEqualTo("mail");
    }

    @Test
    void an_answer_to_a_mail_of_ours_belongs_to_its_ticket() {
        for (String ours : List.of(ids.ofMessage(sentBefore("ben@example.org")), ids.ofTicket(ticket))) {
            JsonPath answer = sent(Draft.usual()
                    .with("In-Reply-To", ours)
                    .with("Subject", "Re: [HD-9] x")
                    .body("Yes " + ours));

            assertThat(answer.getString("ticketId")).isEqualTo(ticket.toString());
            assertThat(answer.getString("threadedBy")).isEqualTo("message");
            assertThat(told(answer.getString("id")).subject()).isEqualTo(ticket.toString());
        }
    }

    @Test
    void whoever_makes_up_an_id_of_ours_is_in_no_ticket() {
        String madeUp = ids.ofTicket(ticket).replaceFirst("\\.[0-9a-f]{24}@", ".0123456789abcdef01234567@");
        assertThat(sent(Draft.usual().with("In-Reply-To", madeUp).body("Hello")).getString("ticketId"))
                .isNull();
    }

    @Test
    void the_number_in_a_subject_tells_the_ticket_when_nothing_better_does() {
        for (String subject : List.of("[HD-1042] Hello", "Re: HD-1042", "AW: hd-1042: x", "(HD-1042)")) {
            JsonPath mail = sent(Draft.usual().with("Subject", subject).body("Hello"));
            assertThat(mail.getString("ticketNumber")).as(subject).isEqualTo("HD-1042");
            assertThat(mail.getString("threadedBy")).isEqualTo("number");
            assertThat(mail.getString("ticketId")).isNull();
        }
        for (String subject : List.of("HD-0", "XHD-1042", "HD-", "HD-99999999999999999999", "UHD-4K", "HD1042")) {
            assertThat(sent(Draft.usual().with("Subject", subject).body("Hello"))
                            .getString("ticketNumber"))
                    .as(subject)
                    .isNull();
        }
    }

    @Test
    void a_machine_that_answers_is_told_when_it_answers_something() {
        Draft first = Draft.usual();
        sent(first.body("Hello"));
        String away = sent(Draft.usual()
                        .with("In-Reply-To", "<" + first.id() + ">")
                        .line("Auto-Submitted: auto-replied")
                        .body("I am away."))
                .getString("id");
        String lost = sent(Draft.usual().line("Auto-Submitted: auto-replied").body("I am away."))
                .getString("id");

        Event told = told(away);

        Contracts.assertFits(told);
        assertThat(told.data().get("kind").asText()).isEqualTo("auto_reply");
        told(sent(Draft.usual().body("Behind")).getString("id"));
        assertThat(probe.of(lost)).isEmpty();
    }

    @Test
    void a_message_that_came_back_has_failed_and_its_address_is_written_to_no_more() {
        String ben = "ben-" + UUID.randomUUID() + "@example.org";
        UUID message = sentBefore(ben);
        String status = "Reporting-MTA: dns; mx" + END + END + recipient(ben, "5.1.1") + END + END
                + recipient("cleo@example.org", "5.2.2");
        String id = sent(Draft.usual()
                        .with("From", "MAILER-DAEMON@mx.example")
                        .parts(
                                "report; report-type=delivery-status",
                                plain("Sorry"),
                                part("message/delivery-status", status),
                                part("message/rfc822", "Message-ID: " + ids.ofMessage(message) + END + END + "x")))
                .getString("id");

        JsonPath failed = as("agent").get("/api/v1/messages/" + message).jsonPath();
        assertThat(failed.getString("state")).isEqualTo("failed");
        assertThat(failed.getList("attempts.outcome")).isEqualTo(List.of("bounced"));
        assertThat(as("agent").get("/api/v1/dead-recipients?limit=100").asString())
                .contains(ben)
                .doesNotContain("cleo@");
        assertThat(read(id).getString("state")).isEqualTo("bounce");
        assertThat(read(id).getString("ticketId")).isEqualTo(ticket.toString());
        assertThat(read(id).getString("bounce.recipient")).isEqualTo(ben);
        told(sent(Draft.usual().body("Behind")).getString("id"));
        assertThat(probe.of(ticket)).isEmpty();
    }

    @Test
    void too_many_mails_of_one_sender_within_an_hour_are_a_loop() {
        Draft sender = Draft.usual();
        for (int i = 0; i < 60; i++) {
            assertThat(sent(another(sender).body("Mail " + i)).getString("state"))
                    .isEqualTo("received");
        }

        String id = sent(another(sender).body("One too many")).getString("id");

        assertThat(read(id).getString("state")).isEqualTo("loop");
        assertThat(read(id).getString("reason")).contains("60");
        clock.move(Duration.ofMinutes(61));
        assertThat(sent(another(sender).body("Later")).getString("state")).isEqualTo("received");
        redeliver("admin", id).then().statusCode(202);
        assertThat(told(id).data().get("text").asText()).isEqualTo("One too many");
    }

    @Test
    void nothing_is_acknowledged_to_whom_nobody_reads() {
        UUID other = UUID.randomUUID();
        probe.publish(TICKETS, ticketEvent("opened").withData("noReply", true).with("subject", other.toString()));
        probe.publish(TICKETS, ticketEvent("opened").withData("ticketId", other).with("subject", other.toString()));

        awaitOneOfTicket(other);

        assertThat(ofTicket(ticket)).isEmpty();
    }

    private Event told(String id) {
        return probe.await(event -> RECEIVED.equals(event.type())
                && id.equals(event.data().get("mailId").asText()));
    }

    private Event ticketEvent(String what) {
        return Contracts.sample("org.helpdesk.ticket." + what + ".v1")
                .again()
                .with("subject", ticket.toString())
                .withData("ticketId", ticket);
    }

    private static String recipient(String address, String status) {
        return "Final-Recipient: rfc822; " + address + END + "Action: failed" + END + "Status: " + status + END
                + "Diagnostic-Code: smtp; 550 no";
    }

    /** A mail that we sent about the ticket. */
    private UUID sentBefore(String recipient) {
        UUID id = Ids.next();
        Database.execute("""
                insert into message (id, version, kind, cause_id, channel, recipient, language, subject, body, ticket_id, state, created_at)
                values (?, 0, 'REPLY', ?, 'EMAIL', ?, 'en', 'Hello', 'Hello', ?, 'SENT', now())""", id, id.toString(), recipient, ticket);
        return id;
    }

    private static Draft another(Draft mail) {
        return mail.with("Message-ID", "<" + UUID.randomUUID() + "@mail.example.org>");
    }
}
