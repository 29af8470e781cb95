package helpdesk.notification.delivery;

import java.util.regex.Pattern;

/** What servers say, as it can be kept and told: on one line, not for ever, and without the address, which is in events of nobody. */
final class SaidByServer {

    private static final int LONGEST = 500;
    private static final Pattern NOT_PLAIN = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final String NOTHING = "Nothing was said.";

    private SaidByServer() {}

    /** The reply without the address. */
    static String without(String reply, String recipient) {
        String text =
                NOT_PLAIN.matcher(reply == null ? "" : reply).replaceAll(" ").strip();
        String anonymous = Pattern.compile(Pattern.quote(recipient), Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .replaceAll("…");
        String shown = anonymous.length() > LONGEST ? anonymous.substring(0, LONGEST) : anonymous;
        return shown.isEmpty() ? NOTHING : shown;
    }
}
