package helpdesk.notification.mailbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** A mail that is written byte by byte, so that everything in it can be wrong. */
final class Draft {

    static final String END = "\r\n";

    private final String mark = UUID.randomUUID().toString();
    private final List<String> lines = new ArrayList<>();

    private Draft() {}

    /** As good mail programs write it; from somebody whom no other mail is from. */
    static Draft usual() {
        Draft draft = new Draft();
        draft.with("From", "Amara Okafor <" + draft.sender() + ">");
        draft.with("To", "help@desk.example");
        draft.with("Date", "Tue, 13 Oct 2026 15:00:08 +0000");
        draft.with("Message-ID", "<" + draft.id() + ">");
        draft.with("Subject", "The lamp flickers");
        return draft.with("MIME-Version", "1.0");
    }

    /** Without any header. */
    static Draft blank() {
        return new Draft();
    }

    String sender() {
        return "amara." + mark + "@example.org";
    }

    String id() {
        return mark + "@mail.example.org";
    }

    /** With another value, or with one more header. */
    Draft with(String name, String value) {
        without(name);
        lines.add(name + ": " + value);
        return this;
    }

    /** With a line as it is. */
    Draft line(String line) {
        lines.add(line);
        return this;
    }

    Draft without(String name) {
        lines.removeIf(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"));
        return this;
    }

    Draft type(String contentType) {
        return with("Content-Type", contentType);
    }

    Draft encoding(String transferEncoding) {
        return with("Content-Transfer-Encoding", transferEncoding);
    }

    byte[] body(String body) {
        return body(body.getBytes(StandardCharsets.UTF_8));
    }

    byte[] body(byte[] body) {
        return joined((String.join(END, lines) + END + END).getBytes(StandardCharsets.UTF_8), body);
    }

    /** Of several parts; each with its own header. */
    byte[] parts(String subtype, String... parts) {
        type("multipart/" + subtype + "; boundary=\"b0\"");
        return body(several("b0", parts));
    }

    static String several(String boundary, String... parts) {
        StringBuilder body = new StringBuilder();
        for (String part : parts) {
            body.append("--").append(boundary).append(END).append(part).append(END);
        }
        return body.append("--").append(boundary).append("--").append(END).toString();
    }

    /** A part that itself has parts. */
    static String nested(String subtype, String boundary, String... parts) {
        return "Content-Type: multipart/" + subtype + "; boundary=\"" + boundary + "\"" + END + END
                + several(boundary, parts);
    }

    static String plain(String text) {
        return part("text/plain; charset=utf-8", text);
    }

    static String html(String text) {
        return part("text/html; charset=utf-8", text);
    }

    static String part(String type, String text) {
        return "Content-Type: " + type + END + END + text;
    }

    static String file(String type, String disposition, byte[] content) {
        return "Content-Type: " + type + END + "Content-Disposition: " + disposition + END
                + "Content-Transfer-Encoding: base64" + END + END
                + Base64.getMimeEncoder().encodeToString(content);
    }

    static byte[] joined(byte[]... all) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] one : all) {
            joined.writeBytes(one);
        }
        return joined.toByteArray();
    }
}
