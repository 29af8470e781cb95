package helpdesk.customer.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells whether a text is about a person: by the ids of what is theirs, by addresses, by the name. */
final class TraceFinder {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Set<String> ids = new HashSet<>();
    private final List<Pattern> words;

    TraceFinder(Traces traces) {
        Stream.concat(traces.subjects().stream(), traces.tickets().stream())
                .map(UUID::toString)
                .forEach(ids::add);
        words = Stream.concat(
                        traces.contacts().stream().map(TraceFinder::contact),
                        traces.names().stream().map(TraceFinder::value))
                .map(Pattern::compile)
                .toList();
    }

    /** As a whole, and not as the end of a longer one. */
    private static String contact(String contact) {
        return "(?<![\\p{L}\\p{N}._%+-])" + Pattern.quote(contact.toLowerCase(Locale.ROOT)) + "(?![\\p{L}\\p{N}-])";
    }

    /** As a value of its own in JSON: names may be words that others use, too. */
    private static String value(String word) {
        return "[:\\[,]\\s*\"" + Pattern.quote(word.toLowerCase(Locale.ROOT)) + "\"(?!\\s*:)";
    }

    /** Whether the text, in lower case, is about the person. */
    boolean finds(String text) {
        if (words.stream().anyMatch(word -> word.matcher(text).find())) {
            return true;
        }
        Matcher matcher = ID.matcher(text);
        while (matcher.find()) {
            if (ids.contains(matcher.group())) {
                return true;
            }
        }
        return false;
    }
}
