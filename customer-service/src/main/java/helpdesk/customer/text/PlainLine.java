package helpdesk.customer.text;

import java.util.regex.Pattern;

/** Text from events, brought into the form in which we keep it. */
public final class PlainLine {

    /** Control characters, line breaks and halves of characters: what a line, or a database, cannot hold. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private PlainLine() {}

    /** The text on one line, with an ellipsis when it had to be cut; empty when nothing is left, or there was nothing. */
    public static String of(String text, int longest) {
        if (text == null) {
            return "";
        }
        String line = UNFIT.matcher(text).replaceAll(" ").strip();
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…";
    }
}
