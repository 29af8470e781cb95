package helpdesk.gateway.log;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How mail addresses, phone numbers and handles are found in texts in lower case: as whole words, because a handle can be short.
 *
 * @param like finds all texts that may have one, quickly
 * @param regex tells which of them have
 */
record ContactPatterns(String[] like, String regex) {

    private static final Pattern SPECIAL_TO_LIKE = Pattern.compile("([\\\\%_])");
    private static final Pattern SPECIAL_TO_REGEX = Pattern.compile("([^\\p{L}\\p{N}_])");

    /** A word begins behind anything else, and in JSON also behind an escaped line break. */
    private static final String BEFORE = "(^|[^a-z0-9_]|\\\\[bfnrt])";

    private static final String BEHIND = "([^a-z0-9_]|$)";

    static ContactPatterns of(List<String> contacts) {
        List<String> small = contacts.stream()
                .map(contact -> contact.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return new ContactPatterns(
                small.stream()
                        .map(contact -> "%" + escaped(SPECIAL_TO_LIKE, contact) + "%")
                        .toArray(String[]::new),
                small.stream()
                        .map(contact -> escaped(SPECIAL_TO_REGEX, contact))
                        .collect(Collectors.joining("|", BEFORE + "(", ")" + BEHIND)));
    }

    private static String escaped(Pattern special, String text) {
        return special.matcher(text).replaceAll("\\\\$1");
    }
}
