package helpdesk.gateway.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Values of {@code ce-} headers, percent-encoded as the HTTP binding of CloudEvents 1.0 says (section 3.1.3.2). */
final class HeaderText {

    private static final int HEX = 16;

    private HeaderText() {}

    /** The text that was encoded. A percent sign that begins no encoded byte stands for itself. */
    static String decode(String header) {
        if (header.indexOf('%') < 0) {
            return header;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < header.length(); i++) {
            int value = header.charAt(i) == '%' ? hex(header, i + 1) : -1;
            if (value >= 0) {
                bytes.write(value);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(header.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), HEX);
        int low = Character.digit(text.charAt(at + 1), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }
}
