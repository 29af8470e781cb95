package helpdesk.notification.mailbox.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes headers by RFC 2047, also those that break its rules: words within words, blanks within words, characters that are parted between
 * words, charsets that nobody knows.
 */
public final class EncodedWords {

    /** Longer ones say nothing to anybody. */
    private static final int LONGEST = 16_384;

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([BbQq])\\?([^?]{0,8000})\\?=");
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]*");
    private static final Pattern FOREIGN_TO_BASE64 = Pattern.compile("[^A-Za-z0-9+/]");

    private EncodedWords() {}

    /** The header as people read it. */
    public static String decode(String header) {
        String raw =
                MailText.ofBytes(FOLD.matcher(MailText.cut(header, LONGEST)).replaceAll(" "));
        Matcher word = WORD.matcher(raw);
        StringBuilder decoded = new StringBuilder();
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        String charset = null;
        int end = 0;
        while (word.find()) {
            String between = raw.substring(end, word.start());
            String next = word.group(1).replaceAll("\\*.*", "").toLowerCase(Locale.ROOT);
            // Characters may be parted between two words of one charset; blanks between words only part them.
            boolean goesOn = charset != null && between.isBlank() && next.equals(charset);
            if (!goesOn) {
                flush(open, charset, decoded);
                decoded.append(charset != null && between.isBlank() ? "" : between);
            }
            charset = next;
            open.writeBytes(bytes(word.group(2), word.group(3)));
            end = word.end();
        }
        flush(open, charset, decoded);
        return decoded.append(raw, end, raw.length()).toString();
    }

    private static void flush(ByteArrayOutputStream open, String charset, StringBuilder decoded) {
        if (open.size() > 0) {
            decoded.append(MailText.decode(open.toByteArray(), charset));
            open.reset();
        }
    }

    private static byte[] bytes(String encoding, String text) {
        return encoding.equalsIgnoreCase("B") ? base64(text) : quoted(text);
    }

    private static byte[] base64(String text) {
        String clean = FOREIGN_TO_BASE64.matcher(text).replaceAll("");
        // A single character is no byte.
        String whole = clean.length() % 4 == 1 ? clean.substring(0, clean.length() - 1) : clean;
        return Base64.getDecoder().decode(whole);
    }

    private static byte[] quoted(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '=' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(raw[i] == '_' ? ' ' : raw[i]);
            }
        }
        return bytes.toByteArray();
    }
}
