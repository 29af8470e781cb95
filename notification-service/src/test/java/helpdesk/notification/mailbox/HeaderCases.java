package helpdesk.notification.mailbox;

import static helpdesk.notification.mailbox.MailCase.SUBJECT;
import static helpdesk.notification.mailbox.MailCase.received;
import static helpdesk.notification.mailbox.MailCase.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who wrote, when, and headers that are broken in every way. */
final class HeaderCases {

    private HeaderCases() {}

    static List<MailCase> all() {
        List<MailCase> cases = new ArrayList<>(senders());
        cases.addAll(dates());
        cases.addAll(broken());
        cases.addAll(others());
        return cases;
    }

    private static List<MailCase> senders() {
        String a = address();
        String long_ = "x".repeat(70) + "@example.org";
        List<MailCase> cases = new ArrayList<>();
        cases.add(from("a bare address", a, null, a));
        cases.add(from("in brackets", "<" + a + ">", null, a));
        cases.add(from("a quoted name", "\"Okafor, Amara\" <" + a + ">", "Okafor, Amara", a));
        cases.add(from("a name in quotes within quotes", "\"'Amara'\" <" + a + ">", "Amara", a));
        cases.add(
                from("a name that has to be decoded", "=?utf-8?Q?Zo=C3=AB_M=C3=BCller?= <" + a + ">", "Zoë Müller", a));
        cases.add(from("a decoded name in quotes", "\"=?utf-8?Q?Zo=C3=AB?=\" <" + a + ">", "Zoë", a));
        cases.add(from("a name in UTF-8 as it is", "Zoë Müller <" + a + ">", "Zoë Müller", a));
        cases.add(from("a name behind the address", a + " (Amara Okafor)", "Amara Okafor", a));
        cases.add(from("a name with a line break", "=?utf-8?Q?A=0D=0AB?= <" + a + ">", "A B", a));
        cases.add(from("in capitals", "AMARA <" + a.toUpperCase() + ">", "AMARA", a));
        cases.add(from("several", "Amara <" + a + ">, Ben <ben@example.org>", "Amara", a));
        cases.add(from("a group", "Team: Amara <" + a + ">, ben@example.org;", "Amara", a));
        cases.add(from("a comma in the name", "Okafor, Amara <" + a + ">", "Amara", a));
        cases.add(from("no bracket at the end", "Amara <" + a, null, a));
        cases.add(from("an address as the name", "\"" + a + "\" <" + a + ">", a, a));
        cases.add(from("a name of 1,000 characters", "\"" + "n".repeat(1_000) + "\" <" + a + ">", "n".repeat(200), a));
        cases.add(from("an international domain", "amara@b\u00fccher.example", null, "amara@b\u00fccher.example"));
        for (String nobody : List.of(
                "", "Amara", "<>", "amara@", "@example.org", "undisclosed-recipients:;", "amara@localhost", long_)) {
            byte[] mail = Draft.usual().with("From", nobody).body("Hello");
            cases.add(MailCase.as(MailState.UNPARSABLE, "nobody who can be answered: " + nobody, mail)
                    .and((kept, files) -> assertThat(kept.body()).isEqualTo("Hello"))
                    .and((kept, files) -> assertThat(kept.reason()).contains("nobody can be answered")));
        }
        cases.add(sender("no From, but a Sender", Draft.usual().without("From").with("Sender", a), a));
        cases.add(sender(
                "no From, but a Return-Path", Draft.usual().without("From").with("Return-Path", "<" + a + ">"), a));
        cases.add(
                sender("no From, but a Reply-To", Draft.usual().without("From").with("Reply-To", a), a));
        cases.add(sender(
                        "a form in the name of nobody",
                        Draft.usual().with("From", "no-reply@shop.example").with("Reply-To", a),
                        a)
                .and((kept, files) -> assertThat(kept.isNoReply()).isFalse()));
        Draft replyTo = Draft.usual().with("Reply-To", "Other <other@example.org>");
        cases.add(sender("answers to somewhere else", replyTo, replyTo.sender())
                .and((kept, files) -> assertThat(kept.replyTo()).isEqualTo("other@example.org")));
        for (String machine :
                List.of("noreply", "no-reply", "donotreply", "do-not-reply", "notifications", "no_reply")) {
            String address = machine + "@" + UUID.randomUUID() + ".example";
            cases.add(sender("a machine called " + machine, Draft.usual().with("From", address), address)
                    .and((kept, files) -> assertThat(kept.isNoReply()).isTrue()));
        }
        return cases;
    }

    private static List<MailCase> dates() {
        List<MailCase> cases = new ArrayList<>();
        cases.add(date("of 1900", "Mon, 1 Jan 1900 00:00:00 +0000", Instant.parse("1900-01-01T00:00:00Z")));
        cases.add(date("of 2100", "Fri, 1 Jan 2100 00:00:00 +0000", Instant.parse("2100-01-01T00:00:00Z")));
        cases.add(date("of the year 9999", "Fri, 1 Jan 9999 00:00:00 +0000", null));
        cases.add(date("in words", "yesterday", null));
        cases.add(date("that is empty", "", null));
        cases.add(date("with a zone by name", "Tue, 13 Oct 2026 15:00:08 EST", Instant.parse("2026-10-13T20:00:08Z")));
        cases.add(date(
                "with a comment", "Tue, 13 Oct 2026 15:00:08 +0200 (CEST)", Instant.parse("2026-10-13T13:00:08Z")));
        cases.add(
                date("without a day of the week", "13 Oct 2026 15:00:08 +0000", Instant.parse("2026-10-13T15:00:08Z")));
        cases.add(received("no date", Draft.usual().without("Date").body("Hello"), SUBJECT, "Hello")
                .and((kept, files) -> assertThat(kept.sentAt()).isNull()));
        return cases;
    }

    private static List<MailCase> broken() {
        List<MailCase> cases = new ArrayList<>();
        cases.add(says(
                "a line without a colon", Draft.usual().line("what is this").body("Hello"), "Hello"));
        cases.add(says(
                "blanks before the colon",
                Draft.usual().without("Subject").line("Subject : " + SUBJECT).body("Hello"),
                "Hello"));
        cases.add(says(
                "names in lower case",
                Draft.usual().without("Subject").line("subject: " + SUBJECT).body("Hello"),
                "Hello"));
        cases.add(says(
                "names in capitals",
                Draft.usual().without("Subject").line("SUBJECT: " + SUBJECT).body("Hello"),
                "Hello"));
        cases.add(says("3,000 headers behind those that count", many(3_000), "Hello"));
        cases.add(says(
                "a header of a megabyte",
                Draft.usual().with("X-Long", "x".repeat(1_000_000)).body("Hello"),
                "Hello"));
        cases.add(says(
                        "100,000 recipients",
                        Draft.usual()
                                .with("To", "a@example.org, ".repeat(100_000))
                                .body("Hello"),
                        "Hello")
                .and((kept, files) -> assertThat(kept.to()).containsExactly("a@example.org")));
        cases.add(says(
                        "1,000 different recipients",
                        Draft.usual().with("Cc", recipients()).body("Hello"),
                        "Hello")
                .and((kept, files) -> assertThat(kept.cc()).hasSize(200)));
        cases.add(
                says("NUL in a header", Draft.usual().with("X-Nul", "a\u0000b").body("Hello"), "Hello"));
        cases.add(says(
                        "a group of nobody",
                        Draft.usual().with("To", "undisclosed-recipients:;").body("Hello"),
                        "Hello")
                .and((kept, files) -> assertThat(kept.to()).isEmpty()));
        cases.add(says("no To", Draft.usual().without("To").body("Hello"), "Hello"));
        cases.add(says("an envelope line first", envelope(), "Hello"));
        cases.add(says("no text", Draft.usual().body(""), ""));
        cases.add(says("nothing but blanks", Draft.usual().body(" \r\n\t\r\n"), ""));
        cases.add(says("no blank line and no text", bodyless(), ""));
        cases.add(says(
                "lines of the header that end with LF",
                EncodingCases.bare(Draft.usual().body("Hello")),
                "Hello"));
        cases.add(
                says("no version of MIME", Draft.usual().without("MIME-Version").body("Hello"), "Hello"));
        cases.add(new MailCase(
                "no header", Draft.blank().body("Hello"), MailState.UNPARSABLE, null, "Hello", (kept, files) -> {}));
        cases.add(new MailCase(
                "no mail",
                ("No mail " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8),
                MailState.UNPARSABLE,
                null,
                null,
                (kept, files) -> {}));
        cases.add(new MailCase("noise", noise(), MailState.UNPARSABLE, null, null, (kept, files) -> {}));
        return cases;
    }

    private static List<MailCase> others() {
        List<MailCase> cases = new ArrayList<>();
        cases.add(says("no Message-ID", Draft.usual().without("Message-ID").body("Hello"), "Hello")
                .and((kept, files) -> assertThat(kept.messageId()).isNull()));
        for (String nonsense : List.of("", "<>", "<@>", "none", "<no-at-sign>", "< a b >")) {
            cases.add(says(
                            "a Message-ID that is none: " + nonsense,
                            Draft.usual().with("Message-ID", nonsense).body("Hello"),
                            "Hello")
                    .and((kept, files) -> assertThat(kept.messageId()).isNull()));
        }
        Draft bare = Draft.usual();
        cases.add(says(
                        "a Message-ID without brackets",
                        bare.with("Message-ID", bare.id()).body("Hello"),
                        "Hello")
                .and((kept, files) -> assertThat(kept.messageId()).isEqualTo(bare.id())));
        cases.add(language("Content-Language", "de", "de"));
        cases.add(language("Content-Language", "pt-br", "pt-BR"));
        cases.add(language("Accept-Language", "kk-KZ, en;q=0.5", "kk-KZ"));
        cases.add(language("Content-Language", "German language", null));
        return cases;
    }

    private static MailCase from(String name, String header, String shown, String email) {
        return says("a sender: " + name, Draft.usual().with("From", header).body("Hello"), "Hello")
                .and((kept, files) -> assertThat(kept.fromAddress()).isEqualTo(email))
                .and((kept, files) -> assertThat(kept.fromName()).isEqualTo(shown));
    }

    private static MailCase sender(String name, Draft draft, String email) {
        return says(name, draft.body("Hello"), "Hello")
                .and((kept, files) -> assertThat(kept.fromAddress()).isEqualTo(email));
    }

    private static MailCase date(String name, String written, Instant read) {
        return says("a date " + name, Draft.usual().with("Date", written).body("Hello"), "Hello")
                .and((kept, files) -> assertThat(kept.sentAt()).isEqualTo(read));
    }

    private static MailCase language(String header, String written, String read) {
        return says(
                        "a language: " + header + " " + written,
                        Draft.usual().with(header, written).body("Hello"),
                        "Hello")
                .and((kept, files) -> assertThat(kept.language()).isEqualTo(read));
    }

    private static byte[] many(int headers) {
        Draft draft = Draft.usual();
        for (int i = 0; i < headers; i++) {
            draft.line("X-Header-" + i + ": " + i);
        }
        return draft.body("Hello");
    }

    private static String recipients() {
        StringBuilder recipients = new StringBuilder("b0@example.org");
        for (int i = 1; i < 1_000; i++) {
            recipients.append(", Ben <b").append(i).append("@example.org>");
        }
        return recipients.toString();
    }

    private static byte[] envelope() {
        return Draft.joined(
                "From amara@example.org Tue Oct 13 15:00:08 2026\r\n".getBytes(StandardCharsets.UTF_8),
                Draft.usual().body("Hello"));
    }

    private static byte[] bodyless() {
        byte[] mail = Draft.usual().body("");
        return java.util.Arrays.copyOf(mail, mail.length - 4);
    }

    private static byte[] noise() {
        byte[] noise = new byte[5_000];
        new java.util.Random(7).nextBytes(noise);
        return noise;
    }

    private static String address() {
        return "amara." + UUID.randomUUID() + "@example.org";
    }
}
