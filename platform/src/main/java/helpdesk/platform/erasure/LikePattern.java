package helpdesk.platform.erasure;

import java.util.Locale;
import java.util.regex.Pattern;

/** Patterns for {@code like} on texts in lower case. */
final class LikePattern {

    private static final Pattern SPECIAL = Pattern.compile("([\\\\%_])");

    private LikePattern() {}

    static String containing(String term) {
        return "%" + SPECIAL.matcher(term.toLowerCase(Locale.ROOT)).replaceAll("\\\\$1") + "%";
    }
}
