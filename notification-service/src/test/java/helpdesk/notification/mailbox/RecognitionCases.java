package helpdesk.notification.mailbox;

import static helpdesk.notification.mailbox.Draft.END;
import static helpdesk.notification.mailbox.Draft.part;
import static helpdesk.notification.mailbox.Draft.plain;
import static helpdesk.notification.mailbox.MailCase.as;
import static helpdesk.notification.mailbox.MailCase.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What machines write. */
final class RecognitionCases {

    private static final String ORIGINAL = "message-77@desk.example";

    private RecognitionCases() {}

    static List<MailCase> all() {
        List<MailCase> cases = new ArrayList<>(automatic());
        cases.addAll(human());
        cases.addAll(bounces());
        cases.addAll(loops());
        return cases;
    }

    private static List<MailCase> automatic() {
        List<MailCase> cases = new ArrayList<>();
        for (String header : List.of(
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-replied (vacation)",
                "auto-submitted: Auto-Replied; owner-email=\"a@b.example\"",
                "Auto-Submitted: auto-notified",
                "X-Autoreply: yes",
                "X-Autorespond: away",
                "X-Autoresponder: on",
                "X-Auto-Response-Suppress: All",
                "X-Auto-Response-Suppress: DR, OOF, AutoReply",
                "Precedence: auto_reply",
                "Precedence: bulk",
                "Precedence: list",
                "Precedence: Junk")) {
            cases.add(as(
                    MailState.AUTO_REPLY,
                    "a machine says " + header,
                    Draft.usual().line(header).body("I am away.")));
        }
        cases.add(as(
                MailState.AUTO_REPLY,
                "a machine answers",
                Draft.usual()
                        .line("Auto-Submitted: auto-generated")
                        .line("In-Reply-To: <a@b.example>")
                        .body("I am away.")));
        for (String subject : List.of(
                "Automatic reply: Your request",
                "Out of Office: Your request",
                "Out of the office",
                "AutoReply: x",
                "Auto: x",
                "Abwesenheitsnotiz: x",
                "Automatische Antwort: x",
                "Réponse automatique : x",
                "Respuesta automática: x",
                "Автоответ: x",
                "Auto-Response: x")) {
            cases.add(as(
                            MailState.AUTO_REPLY,
                            "a subject of machines: " + subject,
                            Draft.usual().with("Subject", subject).body("I am away."))
                    .titled(subject));
        }
        cases.add(as(
                MailState.AUTO_REPLY,
                "a receipt",
                Draft.usual()
                        .parts(
                                "report; report-type=disposition-notification",
                                plain("Read"),
                                part("message/disposition-notification", "Disposition: manual-action; displayed"))));
        cases.add(as(
                MailState.IGNORED,
                "a report of abuse",
                Draft.usual()
                        .parts(
                                "report; report-type=feedback-report",
                                plain("Abuse"),
                                part("message/feedback-report", "Feedback-Type: abuse"))));
        return cases;
    }

    private static List<MailCase> human() {
        List<MailCase> cases = new ArrayList<>();
        for (String header : List.of(
                "Auto-Submitted: no",
                "Precedence: first-class",
                "X-Auto-Response-Suppress: None",
                "Precedence: normal")) {
            cases.add(says(
                    "a person, although: " + header, Draft.usual().line(header).body("Hello"), "Hello"));
        }
        for (String subject : List.of(
                "Out of office hours?",
                "Automatic gearbox",
                "Undelivered parcel",
                "My vacation",
                "Delivery failure of my order")) {
            cases.add(says(
                            "a person writes: " + subject,
                            Draft.usual().with("Subject", subject).body("Hello"),
                            "Hello")
                    .titled(subject));
        }
        cases.add(says(
                        "a machine that reports",
                        Draft.usual().line("Auto-Submitted: auto-generated").body("Disk full"),
                        "Disk full")
                .and((kept, files) -> assertThat(kept.isNoReply()).isTrue()));
        cases.add(says(
                "a report that somebody hands on",
                Draft.usual().parts("mixed", plain("What is this?"), part("message/delivery-status", "Action: failed")),
                "What is this?"));
        return cases;
    }

    private static List<MailCase> bounces() {
        List<MailCase> cases = new ArrayList<>();
        String status = "Reporting-MTA: dns; mx.example" + END + END + "Final-Recipient: rfc822; Ben@Example.org" + END
                + "Action: failed" + END + "Status: 5.1.1" + END + "Diagnostic-Code: smtp; 550 5.1.1 No such user";
        String returned = "Message-ID: <" + ORIGINAL + ">" + END + "Subject: x" + END + END + "Hello";
        cases.add(bounce(
                "by RFC 3464",
                report(status, part("message/rfc822", returned)),
                ORIGINAL,
                "5.1.1",
                "550 5.1.1 No such user"));
        cases.add(bounce(
                "by RFC 3464 with the header alone",
                report(status, part("text/rfc822-headers", returned)),
                ORIGINAL,
                "5.1.1",
                "550 5.1.1 No such user"));
        cases.add(bounce(
                "by RFC 3464 with nothing of the mail", report(status), null, "5.1.1", "550 5.1.1 No such user"));
        cases.add(bounce(
                "by RFC 3464 without a diagnosis",
                report(status.substring(0, status.indexOf("Diagnostic")), part("message/rfc822", returned)),
                ORIGINAL,
                "5.1.1",
                null));
        cases.add(bounce(
                "with the first recipient alone",
                report(status.replace("Final-Recipient", "Original-Recipient"), part("message/rfc822", returned)),
                ORIGINAL,
                "5.1.1",
                "550 5.1.1 No such user"));
        cases.add(bounce(
                "in capitals",
                report(status.toUpperCase(), part("MESSAGE/RFC822", returned)),
                ORIGINAL,
                "5.1.1",
                "550 5.1.1 NO SUCH USER"));
        cases.add(bounce(
                "of two, one of whom got it",
                report(
                        status + END + END + "Final-Recipient: rfc822; c@example.org" + END + "Action: delivered" + END
                                + "Status: 2.0.0",
                        part("message/rfc822", returned)),
                ORIGINAL,
                "5.1.1",
                "550 5.1.1 No such user"));
        cases.add(as(
                        MailState.BOUNCE,
                        "late, and not lost",
                        report(
                                status.replace("failed", "delayed").replace("5.1.1", "4.4.1"),
                                part("message/rfc822", returned)))
                .titled("Undelivered Mail Returned to Sender")
                .and((kept, files) -> assertThat(kept.bouncedRecipient()).isNull())
                .and((kept, files) -> assertThat(kept.originalMessageId()).isEqualTo(ORIGINAL)));
        String words = "This message was created automatically." + END + END + "  ben@example.org" + END
                + "    550 5.1.1 No such user here" + END + END + "------ This is a copy ------" + END + END
                + "Message-ID: <" + ORIGINAL + ">" + END;
        cases.add(bounce(
                "of Exim",
                server("Mail delivery failed: returning message to sender")
                        .with("X-Failed-Recipients", "ben@example.org")
                        .body(words),
                ORIGINAL,
                "5.1.1",
                "550 5.1.1 No such user here"));
        String qmail = "Hi. This is the qmail-send program at mx.example." + END
                + "I'm afraid I wasn't able to deliver your message." + END + END + "<ben@example.org>:" + END
                + "550 5.1.1 No such user here" + END + END + "--- Below this line is a copy of the message." + END
                + END + "Message-ID: <" + ORIGINAL + ">" + END;
        cases.add(bounce(
                "of qmail", server("failure notice").body(qmail), ORIGINAL, "5.1.1", "550 5.1.1 No such user here"));
        for (String subject : List.of(
                "Undelivered Mail Returned to Sender",
                "Delivery Status Notification (Failure)",
                "Returned mail: see transcript for details",
                "Undeliverable: x",
                "Unzustellbar: x")) {
            cases.add(bounce(
                    "called " + subject,
                    server(subject).body("550 5.1.1 <ben@example.org> unknown"),
                    null,
                    "5.1.1",
                    "550 5.1.1 <ben@example.org> unknown"));
        }
        cases.add(as(
                        MailState.BOUNCE,
                        "that says nothing",
                        server("Undeliverable: x").body("Sorry."))
                .titled("Undeliverable: x")
                .and((kept, files) -> assertThat(kept.bouncedRecipient()).isNull()));
        cases.add(as(
                        MailState.BOUNCE,
                        "from nobody",
                        Draft.usual()
                                .without("From")
                                .with("Return-Path", "<>")
                                .with("Subject", "Undeliverable: x")
                                .body("<ben@example.org> unknown"))
                .titled("Undeliverable: x"));
        return cases;
    }

    private static List<MailCase> loops() {
        return List.of(
                as(
                        MailState.LOOP,
                        "one of ours that came round",
                        Draft.usual().with("X-Helpdesk-Loop", "desk.example").body("Hello")),
                as(
                        MailState.LOOP,
                        "from an address of our own",
                        Draft.usual().with("From", "Help <HELP@desk.example>").body("Hello " + UUID.randomUUID())),
                says(
                        "one that somebody hands on",
                        Draft.usual()
                                .parts(
                                        "mixed",
                                        plain("See"),
                                        part("message/rfc822", "X-Helpdesk-Loop: desk.example" + END + END + "x")),
                        "See"));
    }

    private static MailCase bounce(String name, byte[] mail, String original, String status, String diagnostic) {
        return new MailCase(
                "a mail that came back " + name, mail, MailState.BOUNCE, subject(mail), null, (kept, files) -> {
                    assertThat(kept.bouncedRecipient()).isEqualTo("ben@example.org");
                    assertThat(kept.originalMessageId()).isEqualTo(original);
                    assertThat(kept.bounceStatus()).isEqualTo(status);
                    assertThat(kept.bounceDiagnostic()).isEqualTo(diagnostic);
                });
    }

    private static String subject(byte[] mail) {
        return new String(mail, java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("Subject: "))
                .findFirst()
                .orElseThrow()
                .substring("Subject: ".length());
    }

    private static byte[] report(String status, String... returned) {
        List<String> parts =
                new ArrayList<>(List.of(plain("It could not be delivered."), part("message/delivery-status", status)));
        parts.addAll(List.of(returned));
        return server("Undelivered Mail Returned to Sender")
                .parts("report; report-type=delivery-status", parts.toArray(String[]::new));
    }

    private static Draft server(String subject) {
        return Draft.usual()
                .with("From", "Mail Delivery System <MAILER-DAEMON@mx.example>")
                .with("Return-Path", "<>")
                .with("Subject", subject);
    }
}
