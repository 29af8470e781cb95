package helpdesk.platform.contact;

import java.util.Locale;

/** Mail addresses in the one form in which they are stored and compared. */
public final class EmailAddresses {

    private EmailAddresses() {}

    /** The address in lower case without surrounding blanks; null stays null. */
    public static String normalize(String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
    }
}
