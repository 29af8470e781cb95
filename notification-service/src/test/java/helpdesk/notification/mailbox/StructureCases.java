package helpdesk.notification.mailbox;

import static helpdesk.notification.mailbox.Draft.END;
import static helpdesk.notification.mailbox.Draft.file;
import static helpdesk.notification.mailbox.Draft.html;
import static helpdesk.notification.mailbox.Draft.nested;
import static helpdesk.notification.mailbox.Draft.part;
import static helpdesk.notification.mailbox.Draft.plain;
import static helpdesk.notification.mailbox.MailCase.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Parts within parts, and HTML. */
final class StructureCases {

    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };

    private StructureCases() {}

    static List<MailCase> all() {
        List<MailCase> cases = new ArrayList<>(multiparts());
        cases.addAll(brokenMultiparts());
        cases.addAll(pages());
        cases.addAll(harm());
        return cases;
    }

    private static List<MailCase> multiparts() {
        String image = file("image/png", "inline; filename=lamp.png", PNG)
                .replaceFirst(END, END + "Content-ID: <lamp@1>" + END);
        String inner = "From: ben@example.org" + END + "Subject: Hello you" + END + "Message-ID: <inner@example.org>"
                + END + END + "Inner text";
        List<MailCase> cases = new ArrayList<>();
        cases.add(says(
                        "text and HTML",
                        Draft.usual().parts("alternative", plain("Hello"), html("<p>Hello <b>you</b></p>")),
                        "Hello")
                .and((kept, files) -> assertThat(kept.html()).isEqualTo("<p>Hello <b>you</b></p>")));
        cases.add(
                says("HTML and text", Draft.usual().parts("alternative", html("<p>Page</p>"), plain("Text")), "Text"));
        cases.add(says(
                "an empty text and HTML", Draft.usual().parts("alternative", plain(" "), html("<p>Page</p>")), "Page"));
        cases.add(says("HTML alone", Draft.usual().type("text/html").body("<p>One</p><p>Two</p>"), "One\n\nTwo"));
        cases.add(says(
                        "a file behind the text",
                        Draft.usual()
                                .parts(
                                        "mixed",
                                        plain("Hello"),
                                        file(
                                                "application/pdf",
                                                "attachment; filename=a.pdf",
                                                "%PDF-1.4".getBytes(StandardCharsets.US_ASCII))),
                        "Hello")
                .and((kept, files) -> assertThat(files)
                        .extracting(MailAttachmentView::name, MailAttachmentView::contentType)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("a.pdf", "application/pdf"))));
        cases.add(says(
                        "a picture in a page",
                        Draft.usual().parts("related", html("<p>See <img src=\"cid:lamp@1\" alt=\"lamp\"></p>"), image),
                        "See")
                .and((kept, files) -> assertThat(kept.html())
                        .contains("<img src=\"/api/v1/mails/" + kept.id() + "/attachments/1\"")));
        cases.add(says(
                        "a picture that did not come",
                        Draft.usual().parts("related", html("<p>See <img src=\"cid:gone@1\"></p>"), image),
                        "See")
                .and((kept, files) -> assertThat(kept.html()).doesNotContain("<img")));
        cases.add(says(
                        "all within each other",
                        Draft.usual()
                                .parts(
                                        "mixed",
                                        nested(
                                                "related",
                                                "b1",
                                                nested("alternative", "b2", plain("Text"), html("<p>Page</p>")),
                                                image),
                                        plain("Behind")),
                        "Text\n\nBehind")
                .and((kept, files) -> assertThat(files).hasSize(1)));
        cases.add(says("two texts", Draft.usual().parts("mixed", plain("One"), plain("Two")), "One\n\nTwo"));
        cases.add(says(
                "a page between texts",
                Draft.usual().parts("mixed", plain("One"), html("<p>Two</p>"), plain("Three")),
                "One\n\nTwo\n\nThree"));
        cases.add(says(
                        "a signed mail",
                        Draft.usual()
                                .parts(
                                        "signed; protocol=\"application/pkcs7-signature\"",
                                        plain("Hello"),
                                        file(
                                                "application/pkcs7-signature",
                                                "attachment; filename=smime.p7s",
                                                new byte[] {48, 1})),
                        "Hello")
                .and((kept, files) ->
                        assertThat(files).extracting(MailAttachmentView::name).containsExactly("smime.p7s")));
        cases.add(says(
                        "an encrypted mail",
                        Draft.usual()
                                .parts(
                                        "encrypted",
                                        part("application/pgp-encrypted", "Version: 1"),
                                        part(
                                                "application/octet-stream; name=encrypted.asc",
                                                "-----BEGIN PGP MESSAGE-----")),
                        "")
                .and((kept, files) -> assertThat(files).hasSize(2)));
        cases.add(says(
                        "a mail within the mail",
                        Draft.usual().parts("mixed", plain("See below"), part("message/rfc822", inner)),
                        "See below")
                .and((kept, files) ->
                        assertThat(files).extracting(MailAttachmentView::name).containsExactly("Hello you.eml")));
        cases.add(says(
                        "nothing but a mail within",
                        Draft.usual().type("message/rfc822").body(inner),
                        "")
                .and((kept, files) -> assertThat(files).hasSize(1)));
        cases.add(says("a digest", Draft.usual().parts("digest", END + inner, END + inner), "")
                .and((kept, files) -> assertThat(files).hasSize(2)));
        cases.add(says(
                        "an invitation",
                        Draft.usual()
                                .parts(
                                        "alternative",
                                        plain("Come"),
                                        part("text/calendar; method=REQUEST", "BEGIN:VCALENDAR")),
                        "Come")
                .and((kept, files) ->
                        assertThat(files).extracting(MailAttachmentView::name).containsExactly("attachment-1.ics")));
        cases.add(says(
                        "a file of Outlook",
                        Draft.usual()
                                .parts(
                                        "mixed",
                                        plain("Hello"),
                                        file("application/ms-tnef", "attachment; filename=winmail.dat", new byte[] {
                                            0x78, (byte) 0x9f, 0x3e, 0x22
                                        })),
                        "Hello")
                .and((kept, files) ->
                        assertThat(files).extracting(MailAttachmentView::name).containsExactly("winmail.dat")));
        cases.add(says(
                        "a text as a file",
                        Draft.usual()
                                .parts(
                                        "mixed",
                                        plain("Hello"),
                                        file(
                                                "text/plain; name=log.txt",
                                                "attachment",
                                                "log".getBytes(StandardCharsets.UTF_8))),
                        "Hello")
                .and((kept, files) ->
                        assertThat(files).extracting(MailAttachmentView::name).containsExactly("log.txt")));
        cases.add(says(
                        "nothing but a file",
                        Draft.usual()
                                .type("image/png; name=lamp.png")
                                .encoding("base64")
                                .body("iVBORw0KGgo="),
                        "")
                .and((kept, files) -> assertThat(files)
                        .extracting(MailAttachmentView::contentType)
                        .containsExactly("image/png")));
        cases.add(says(
                        "60 files",
                        Draft.usual()
                                .parts(
                                        "mixed",
                                        Collections.nCopies(60, file("image/png", "attachment; filename=a.png", PNG))
                                                .toArray(String[]::new)),
                        "")
                .and((kept, files) -> assertThat(files).hasSize(50))
                .and((kept, files) ->
                        assertThat(kept.reason()).isEqualTo("10 more files are only in the mail as it came")));
        cases.add(says(
                "an unknown kind of parts", Draft.usual().parts("x-new", plain("One"), plain("Two")), "One\n\nTwo"));
        cases.add(says(
                        "a part of an unknown kind",
                        Draft.usual().parts("mixed", plain("One"), part("x/y", "what")),
                        "One")
                .and((kept, files) ->
                        assertThat(files).extracting(MailAttachmentView::name).containsExactly("attachment-1.bin")));
        return cases;
    }

    private static List<MailCase> brokenMultiparts() {
        List<MailCase> cases = new ArrayList<>();
        cases.add(says(
                "no end",
                Draft.usual()
                        .type("multipart/mixed; boundary=b")
                        .body("--b" + END + END + "One" + END + "--b" + END + END + "Two"),
                "One\n\nTwo"));
        cases.add(says(
                "no boundary told",
                Draft.usual().type("multipart/mixed").body("--b" + END + END + "One" + END + "--b--"),
                "One"));
        cases.add(says(
                "an empty boundary",
                Draft.usual().type("multipart/mixed; boundary=\"\"").body("Just text"),
                "Just text"));
        cases.add(says(
                "no part at all",
                Draft.usual().type("multipart/mixed; boundary=b").body("Just text"),
                "Just text"));
        cases.add(says(
                "nothing at all",
                Draft.usual().type("multipart/mixed; boundary=b").body(""),
                ""));
        cases.add(says(
                "an end and no beginning",
                Draft.usual().type("multipart/mixed; boundary=b").body("Just text" + END + "--b--"),
                "Just text\n--b--"));
        cases.add(says(
                "texts around the parts",
                Draft.usual()
                        .type("multipart/mixed; boundary=b")
                        .body("This is MIME" + END + "--b" + END + END + "One" + END + "--b--" + END + "behind"),
                "One"));
        cases.add(says(
                "a boundary with blanks",
                Draft.usual()
                        .type("multipart/mixed; boundary=\"a b c\"")
                        .body("--a b c" + END + END + "One" + END + "--a b c--"),
                "One"));
        cases.add(says(
                "a boundary that begins another",
                Draft.usual()
                        .type("multipart/mixed; boundary=b")
                        .body("--b" + END + nested("mixed", "bb", plain("One")) + END + "--b--"),
                "One"));
        cases.add(says(
                "a boundary of 200 characters",
                Draft.usual()
                        .type("multipart/mixed; boundary=\"" + "b".repeat(200) + "\"")
                        .body("--" + "b".repeat(200) + END + END + "One" + END + "--" + "b".repeat(200) + "--"),
                "One"));
        cases.add(says("parts without a header", Draft.usual().parts("mixed", END + "One", END + "Two"), "One\n\nTwo"));
        cases.add(says("a part of nothing", Draft.usual().parts("mixed", "", plain("One")), "One"));
        cases.add(says(
                "parts that end with LF",
                EncodingCases.bare(Draft.usual().parts("mixed", plain("One"), plain("Two"))),
                "One\n\nTwo"));
        cases.add(says(
                "parts that claim to be packed",
                Draft.usual().encoding("base64").parts("mixed", plain("One")),
                "One"));
        cases.add(says(
                "two types",
                Draft.usual().type("text/plain").line("Content-Type: text/html").body("<b>Hello</b>"),
                "<b>Hello</b>"));
        for (int depth : List.of(2, 10, 19)) {
            cases.add(says("parts " + depth + " deep", Draft.usual().parts("mixed", deep(depth - 1)), "Bottom"));
        }
        for (int depth : List.of(25, 200, 3_000)) {
            cases.add(says(
                            "parts " + depth + " deep, which are a file",
                            Draft.usual().parts("mixed", plain("Top"), deep(depth)),
                            "Top")
                    .and((kept, files) -> assertThat(files).hasSize(1)));
        }
        cases.add(says(
                        "2,000 parts",
                        Draft.usual()
                                .parts(
                                        "mixed",
                                        Collections.nCopies(2_000, plain("x")).toArray(String[]::new)),
                        null)
                .and((kept, files) ->
                        assertThat(kept.reason()).isEqualTo("1501 more files are only in the mail as it came")));
        return cases;
    }

    private static String deep(int depth) {
        StringBuilder begin = new StringBuilder();
        StringBuilder end = new StringBuilder();
        for (int i = 1; i <= depth; i++) {
            begin.append("Content-Type: multipart/mixed; boundary=\"d")
                    .append(i)
                    .append("\"")
                    .append(END)
                    .append(END)
                    .append("--d")
                    .append(i)
                    .append(END);
            end.insert(0, END + "--d" + i + "--" + END);
        }
        return begin + plain("Bottom") + end;
    }

    private static List<MailCase> pages() {
        List<MailCase> cases = new ArrayList<>();
        cases.add(page("lines", "One<br>Two<br/>Three", "One\nTwo\nThree"));
        cases.add(page("blocks", "<div>One</div><div>Two</div>", "One\nTwo"));
        cases.add(page("a list", "<ul><li>One</li><li>Two</li></ul>", "- One\n- Two"));
        cases.add(page("a table", "<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>", "A B\nC"));
        cases.add(page("a quotation", "Yes<blockquote>Do you?</blockquote>", "Yes\n\n> Do you?"));
        cases.add(page(
                "a quotation in a quotation",
                "Yes<blockquote>No<blockquote>Well</blockquote></blockquote>",
                "Yes\n\n> No\n\n> > Well"));
        cases.add(page("styles and scripts", "<style>p{}</style><script>x()</script><p>One</p>", "One"));
        cases.add(page("entities", "A &amp; B &lt;C&gt; &euro;&nbsp;5", "A & B <C> € 5"));
        cases.add(page("text as it is", "<pre>a\n  b</pre>", "a\n  b"));
        cases.add(page("no tags", "Just words", "Just words"));
        cases.add(page("tags that do not end", "<p>One<p>Two<b>Three", "One\n\nTwoThree"));
        cases.add(page("comments of Outlook", "<!--[if mso]>x<![endif]--><p>One</p>", "One"));
        cases.add(page("20,000 tags in each other", "<div>".repeat(20_000) + "Deep", "Deep"));
        cases.add(page("nothing", "<html><body></body></html>", ""));
        return cases;
    }

    private static List<MailCase> harm() {
        List<MailCase> cases = new ArrayList<>();
        for (String harm : List.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<form action=\"https://evil.example\"><input></form>",
                "<img src=\"https://evil.example/pixel.gif\">",
                "<svg onload=alert(1)></svg>",
                "<style>@import 'https://evil.example'</style>",
                "<div style=\"background:url(https://evil.example)\">x</div>",
                "<meta http-equiv=refresh content=\"0;https://evil.example\">",
                "<object data=\"https://evil.example\"></object>",
                "<link rel=stylesheet href=\"https://evil.example\">",
                "<base href=\"https://evil.example\">",
                "<a href=\"data:text/html,x\">x</a>",
                "<img src=\"data:text/html,x\">",
                "<body background=\"https://evil.example\">",
                "<video src=\"https://evil.example\"></video>",
                "<math><mtext><script>x</script></mtext></math>")) {
            byte[] mail = Draft.usual().type("text/html").body("<p>Hello</p>" + harm);
            cases.add(says("harm: " + harm, mail, null).and((kept, files) -> assertThat(kept.html())
                    .contains("<p>Hello</p>")
                    .doesNotContain(
                            "evil",
                            "script",
                            "alert",
                            "onerror",
                            "javascript",
                            "style",
                            "data:",
                            "<svg",
                            "<form",
                            "<iframe")));
        }
        byte[] link = Draft.usual()
                .type("text/html")
                .body("<p onclick=x>See <a href=\"https://ok.example/\" target=_top>this</a></p>");
        cases.add(says("a link that stays", link, "See this").and((kept, files) -> assertThat(kept.html())
                .isEqualTo(
                        "<p>See <a href=\"https://ok.example/\" rel=\"noopener noreferrer nofollow\">this</a></p>")));
        return cases;
    }

    private static MailCase page(String name, String html, String text) {
        return says(
                "a page: " + name,
                Draft.usual().type("text/html; charset=utf-8").body(html),
                text);
    }
}
