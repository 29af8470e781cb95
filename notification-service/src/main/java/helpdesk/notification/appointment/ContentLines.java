package helpdesk.notification.appointment;

/** The lines of a calendar file: at most 75 octets each; what is longer goes on in the next, behind a blank (RFC 5545, 3.1). */
final class ContentLines {

    private static final String END = "\r\n";
    private static final int LONGEST = 75;

    private ContentLines() {}

    /** The same text with its long lines folded, never within a character. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / LONGEST * 3);
        for (String line : text.split(END)) {
            int octets = 0;
            for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
                int character = line.codePointAt(at);
                int more = octets(character);
                if (octets + more > LONGEST) {
                    folded.append(END).append(' ');
                    octets = 1;
                }
                folded.appendCodePoint(character);
                octets += more;
            }
            folded.append(END);
        }
        return folded.toString();
    }

    /** In UTF-8. */
    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
