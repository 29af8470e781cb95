package helpdesk.gateway.account;

import java.util.Locale;

/** Usernames in the one form in which they are stored and compared. */
public final class Usernames {

    private Usernames() {}

    /** The name in lower case without surrounding blanks. */
    public static String normalize(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
