package helpdesk.platform.erasure;

import java.util.Locale;
import java.util.regex.Pattern;

/** Patterns for {@code ~} on texts in lower case: an address as a whole, and not as the end of a longer one. */
public final class WholeWord {

    private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N}]");

    private WholeWord() {}

    /** The pattern of a mail address or a phone number. */
    public static String pattern(String term) {
        String quoted = SIGN.matcher(term.toLowerCase(Locale.ROOT)).replaceAll("\\\\$0");
        return "(^|[^a-z0-9._%+-])" + quoted + "($|[^a-z0-9-])";
    }
}
