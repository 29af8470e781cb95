package helpdesk.notification.mailbox;

import static helpdesk.notification.mailbox.MailCase.received;
import static helpdesk.notification.mailbox.MailCase.says;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts and subjects in every charset and encoding, rightly and wrongly named. */
final class EncodingCases {

    private static final Map<String, String> CHARSETS = new LinkedHashMap<>();

    static {
        CHARSETS.put("utf-8", "Grüße, Привет, नमस्ते, 你好 🙂");
        CHARSETS.put("iso-8859-1", "Schöne Grüße");
        CHARSETS.put("iso-8859-15", "Es kostet 5 €");
        CHARSETS.put("windows-1252", "“Grüße” für 5 €");
        CHARSETS.put("windows-1251", "Лампа мигает");
        CHARSETS.put("koi8-r", "Лампа мигает");
        CHARSETS.put("iso-8859-2", "Żółta lampa miga");
        CHARSETS.put("windows-1250", "Žlutá lampa bliká");
        CHARSETS.put("iso-8859-7", "Η λάμπα");
        CHARSETS.put("iso-8859-9", "Işık titriyor");
        CHARSETS.put("windows-1256", "المصباح");
        CHARSETS.put("gb2312", "灯在闪");
        CHARSETS.put("gb18030", "灯在闪烁");
        CHARSETS.put("big5", "燈在閃");
        CHARSETS.put("euc-kr", "램프가 깜박입니다");
        CHARSETS.put("shift_jis", "ランプが点滅します");
        CHARSETS.put("euc-jp", "ランプが点滅します");
        CHARSETS.put("iso-2022-jp", "ランプが点滅します");
    }

    private EncodingCases() {}

    static List<MailCase> all() {
        List<MailCase> cases = new ArrayList<>();
        CHARSETS.forEach((charset, text) -> {
            byte[] bytes = text.getBytes(Charset.forName(charset));
            cases.add(inCharset(charset, text, "8bit", bytes));
            cases.add(inCharset(charset, text, "quoted-printable", quoted(bytes)));
            cases.add(inCharset(charset, text, "base64", Base64.getMimeEncoder().encode(bytes)));
        });
        cases.addAll(wrong());
        cases.addAll(subjects());
        return cases;
    }

    private static MailCase inCharset(String charset, String text, String encoding, byte[] body) {
        String word = "=?" + charset + (encoding.equals("base64") ? "?B?" : "?q?")
                + (encoding.equals("base64")
                        ? Base64.getEncoder().encodeToString(text.getBytes(Charset.forName(charset)))
                        : ascii(quoted(text.getBytes(Charset.forName(charset))).clone())
                                .replace(" ", "_")
                                .replace("?", "=3F"))
                + "?=";
        byte[] mail = Draft.usual()
                .with("Subject", word)
                .type("text/plain; charset=" + charset)
                .encoding(encoding)
                .body(body);
        return received("text in " + charset + " by " + encoding, mail, text, text);
    }

    private static List<MailCase> wrong() {
        byte[] utf8 = "Grüße aus Köln".getBytes(StandardCharsets.UTF_8);
        byte[] latin = "Grüße aus Köln".getBytes(StandardCharsets.ISO_8859_1);
        String right = "Grüße aus Köln";
        List<MailCase> cases = new ArrayList<>();
        for (String charset :
                List.of("x-unknown", "utf-9", "\"\"", "us-ascii", "iso-8859-1", "none;", "8bit", "'utf-8'", "UTF8")) {
            cases.add(says(
                    "UTF-8 under the name " + charset,
                    Draft.usual().type("text/plain; charset=" + charset).body(utf8),
                    right));
        }
        for (String charset : List.of("utf-8", "x-unknown", "us-ascii", "unicode-1-1-utf-8")) {
            cases.add(says(
                    "Latin 1 under the name " + charset,
                    Draft.usual().type("text/plain; charset=" + charset).body(latin),
                    right));
        }
        cases.add(says("UTF-8 without a type", Draft.usual().body(utf8), right));
        cases.add(says("Latin 1 without a type", Draft.usual().body(latin), right));
        cases.add(
                says("a type that nobody can read", Draft.usual().type(";;;===").body(utf8), right));
        cases.add(says("a type of one word", Draft.usual().type("text").body(utf8), right));
        cases.add(says(
                "UTF-16 by base64",
                Draft.usual()
                        .type("text/plain; charset=utf-16")
                        .encoding("base64")
                        .body(Base64.getEncoder().encode(right.getBytes(StandardCharsets.UTF_16))),
                right));
        for (String encoding : List.of("x-mystery", "8bits", "none", "7-bit", "binary", "utf-8")) {
            cases.add(says(
                    "plain text by " + encoding,
                    Draft.usual()
                            .type("text/plain; charset=utf-8")
                            .encoding(encoding)
                            .body(utf8),
                    right));
        }
        byte[] base64 = Base64.getEncoder().encode(utf8);
        String packed = ascii(base64).replace("=", "");
        for (String encoding : List.of("BASE64", "base64 (so it is)", " base64 ")) {
            cases.add(says("base64 written as " + encoding, coded(encoding, ascii(base64)), right));
        }
        cases.add(says("base64 without its end", coded("base64", packed), right));
        cases.add(says(
                "base64 with foreign characters",
                coded("base64", packed.substring(0, 8) + "!*\r\n" + packed.substring(8)),
                right));
        cases.add(
                says("base64 on lines of four", coded("base64", ascii(base64).replaceAll("(.{4})", "$1\r\n")), right));
        cases.add(says(
                "quoted-printable with false escapes",
                coded("quoted-printable", "5 =ZZ 6 =\r\nand 7"),
                "5 =ZZ 6 and 7"));
        cases.add(says("quoted-printable in lower case", coded("quoted-printable", "Gr=c3=bc=c3=9fe"), "Grüße"));
        cases.add(says(
                "characters without a glyph",
                coded("8bit", "one\u0000two\u0007three\u200bfour\ufeff"),
                "onetwothree\u200bfour"));
        cases.add(says("lines that end with LF", bare(Draft.usual().body("one\r\ntwo")), "one\ntwo"));
        cases.add(says("lines that end with CR", Draft.usual().body("one\rtwo"), "one\ntwo"));
        cases.add(says("many blank lines", Draft.usual().body("one" + "\r\n".repeat(40) + "two"), "one\n\n\ntwo"));
        return cases;
    }

    private static byte[] coded(String encoding, String body) {
        return Draft.usual()
                .type("text/plain; charset=utf-8")
                .encoding(encoding)
                .body(body);
    }

    private static List<MailCase> subjects() {
        List<MailCase> cases = new ArrayList<>();
        cases.add(subject("a word split within a character", "=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=", "Grüße"));
        cases.add(subject(
                "words on folded lines",
                "=?utf-8?Q?Gr=C3=BC=C3=9Fe_?=\r\n =?utf-8?Q?aus_K=C3=B6ln?=",
                "Grüße aus Köln"));
        cases.add(subject("a word between others", "Re: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= to you", "Re: Grüße to you"));
        cases.add(subject("a word without blanks around", "Re:=?utf-8?Q?Gr=C3=BC=C3=9Fe?=!", "Re:Grüße!"));
        cases.add(subject("blanks within a word", "=?utf-8?Q?The lamp flickers?=", "The lamp flickers"));
        cases.add(subject("a word of an unknown charset", "=?x-mystery?Q?The_lamp?=", "The lamp"));
        cases.add(subject("a word of an unknown encoding", "=?utf-8?X?abc?=", "=?utf-8?X?abc?="));
        cases.add(subject("a word with a language", "=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"));
        cases.add(subject("a word of broken base64", "=?utf-8?B?R3LDvMOfZQ?=", "Grüße"));
        cases.add(subject("a word that does not end", "=?utf-8?Q?Gr=C3=BC", "=?utf-8?Q?Gr=C3=BC"));
        cases.add(subject("UTF-8 as it is", "Grüße 🙂", "Grüße 🙂"));
        cases.add(subject("a line break in a word", "=?utf-8?Q?one=0D=0ABcc:_two?=", "one Bcc: two"));
        cases.add(subject("control characters", "one\u0001\u0000two\tthree", "onetwo three"));
        cases.add(subject("nothing but blanks", "   ", null));
        cases.add(subject("nothing to be seen", "\u200b\u200e", null));
        cases.add(subject("of 5,000 characters", "x".repeat(5_000), "x".repeat(1_000)));
        cases.add(subject("folded after each word", "The\r\n lamp\r\n\tflickers", "The lamp flickers"));
        cases.add(subject("two charsets", "=?iso-8859-1?Q?Gr=FC=DFe?= =?utf-8?Q?_aus_K=C3=B6ln?=", "Grüße aus Köln"));
        cases.add(received("a subject in Latin 1 as it is", latinSubject(), "Grüße", "Hello"));
        cases.add(received("no subject", Draft.usual().without("Subject").body("Hello"), null, "Hello"));
        cases.add(received(
                "two subjects", Draft.usual().line("Subject: Another").body("Hello"), MailCase.SUBJECT, "Hello"));
        return cases;
    }

    private static byte[] latinSubject() {
        byte[] mail = Draft.usual().with("Subject", "Gr@@e").body("Hello");
        for (int i = 0; i < mail.length - 1; i++) {
            if (mail[i] == '@' && mail[i + 1] == '@') {
                mail[i] = (byte) 0xfc;
                mail[i + 1] = (byte) 0xdf;
            }
        }
        return mail;
    }

    private static MailCase subject(String name, String written, String read) {
        return received(
                "a subject: " + name, Draft.usual().with("Subject", written).body("Hello"), read, "Hello");
    }

    /** With lines that end as they do on Unix. */
    static byte[] bare(byte[] mail) {
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        for (byte one : mail) {
            if (one != '\r') {
                bare.write(one);
            }
        }
        return bare.toByteArray();
    }

    private static byte[] quoted(byte[] bytes) {
        StringBuilder quoted = new StringBuilder();
        for (byte one : bytes) {
            boolean asItIs = one >= 32 && one < 127 && one != '=' && one != '_' && one != '?';
            quoted.append(asItIs ? String.valueOf((char) one) : "=%02X".formatted(one & 0xff));
        }
        return quoted.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
