package helpdesk.notification.mailbox.mime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails that somebody made to take their time: each is read within moments, whatever is made of it. */
class BadIntentionsTest {

    /** A hundred times what they take on a machine that does nothing else. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int MANY = 500_000;

    static Stream<Map.Entry<String, byte[]>> mails() {
        Map<String, String> mails = new LinkedHashMap<>();
        for (String part : new String[] {
            "(",
            "\"",
            "<",
            ":",
            ";",
            ",",
            "@",
            "\\",
            "a@b,",
            "=?a?q?",
            "=?utf-8?B?",
            "<@",
            "<a@",
            " ",
            "\t",
            "(a)",
            "a:b;",
            "=20"
        }) {
            for (String name :
                    List.of("From", "Subject", "References", "Content-Type", "Content-Disposition", "Auto-Submitted")) {
                mails.put(
                        name + " of many " + part,
                        "From: a@b.example\r\n" + name + ": " + part.repeat(70_000 / part.length()) + "\r\n\r\nHello");
            }
        }
        for (String tag : new String[] {
            "<b>",
            "<a>",
            "<p>",
            "<table>",
            "<table><tr><td>",
            "<blockquote>",
            "<li>",
            "<!--",
            "<",
            "&",
            "&amp",
            "<font color=",
            "<svg>",
            "<math>",
            "<select>",
            "<p><b>",
            "<a href=x>",
            "<pre>",
            "</p>",
            "<style>",
            "<form>",
            "<template>"
        }) {
            mails.put("a page of many " + tag, html(tag.repeat(MANY / tag.length())));
        }
        mails.put(
                "a page of fonts, none like another",
                html(IntStream.range(0, 60_000)
                        .mapToObj(i -> "<font color=" + i + ">")
                        .collect(Collectors.joining())));
        mails.put(
                "a page of fonts and paragraphs",
                html(IntStream.range(0, 60_000)
                        .mapToObj(i -> "<p><font color=" + i + ">x")
                        .collect(Collectors.joining())));
        mails.put(
                "headers without end",
                "From: a@b.example\r\n"
                        + IntStream.range(0, 200_000)
                                .mapToObj(i -> "X-" + i + ": y\r\n")
                                .collect(Collectors.joining()));
        mails.put(
                "one header on many lines",
                "From: a@b.example\r\nSubject: x" + "\r\n x".repeat(MANY) + "\r\n\r\nHello");
        mails.put("parts that are nothing but boundaries", multipart("--b\r\n".repeat(MANY / 5)));
        mails.put(
                "a boundary that nearly comes",
                multipart("-".repeat(MANY) + ("\r\n--" + "b".repeat(3)).repeat(MANY / 10)));
        mails.put(
                "half a file name",
                multipart("--b\r\nContent-Disposition: attachment; filename" + " ".repeat(60_000)
                        + "\r\n\r\nx\r\n--b--"));
        mails.put(
                "a thousand pieces of a name",
                multipart("--b\r\nContent-Disposition: attachment"
                        + IntStream.range(0, 1_000)
                                .mapToObj(i -> "; filename*" + i + "*=x")
                                .collect(Collectors.joining())
                        + "\r\n\r\nx\r\n--b--"));
        mails.put(
                "500 parts of 500 files",
                multipart(Collections.nCopies(
                                500,
                                "--b\r\nContent-Disposition: attachment; filename=\"" + "(".repeat(5_000)
                                        + "\"\r\n\r\nx\r\n")
                        .stream()
                        .collect(Collectors.joining())));
        mails.put(
                "a report without end",
                "From: mailer-daemon@b.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
                        + "Final-Recipient: rfc822; a@b.example\nAction: failed\n\n".repeat(50_000) + "\r\n--b--");
        mails.put(
                "a report in many words",
                "From: mailer-daemon@b.example\r\nSubject: Undeliverable\r\n\r\n" + "550 ".repeat(MANY / 4)
                        + "<a@".repeat(MANY / 4));
        return mails.entrySet().stream()
                .map(mail -> Map.entry(mail.getKey(), mail.getValue().getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void takes_no_longer_than_others(Map.Entry<String, byte[]> mail) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            MailIdentity.of(mail.getValue());
            assertThatCode(() -> {
                        try {
                            MailParser.parse(mail.getValue(), number -> "/" + number);
                        } catch (UnparsableMailException e) {
                            // Kept as it came.
                        }
                    })
                    .doesNotThrowAnyException();
        });
    }

    private static String html(String page) {
        return "From: a@b.example\r\nContent-Type: text/html\r\n\r\n" + page;
    }

    private static String multipart(String body) {
        return "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + body;
    }
}
