package helpdesk.ticket.input;

/** Texts that must fit where they are put. */
public final class Shortened {

    private static final String ELLIPSIS = "…";

    private Shortened() {}

    /** The text, or as much of it as fits with an ellipsis at its end; never half of a character. */
    public static String to(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - ELLIPSIS.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }
}
