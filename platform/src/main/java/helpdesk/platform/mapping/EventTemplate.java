package helpdesk.platform.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text with placeholders that an event fills: {@code {{data.labels.service}}}, or {@code {{data.labels.service|unknown}}} with what
 * stands there when nothing is found. Of several values, all stand there, with commas.
 */
public final class EventTemplate {

    private static final int MOST_PLACES = 50;
    private static final String ELLIPSIS = "…";
    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}|]*+)(?:\\|([^{}]*+))?}}");
    private static final String OPEN = "{{";

    private final String text;

    private EventTemplate(String text) {
        this.text = text;
    }

    /** A template that was found fit when it was written down. */
    public static EventTemplate of(String text) {
        return new EventTemplate(text);
    }

    /** Whether each of its placeholders can be read. */
    static boolean fits(String text) {
        List<MatchResult> places = PLACE.matcher(text).results().toList();
        return places.size() <= MOST_PLACES
                && places.stream().allMatch(place -> EventPath.fits(place.group(1)))
                && !PLACE.matcher(text).replaceAll("").contains(OPEN);
    }

    /** The paths of its placeholders, as they are written. */
    public Stream<String> paths() {
        return PLACE.matcher(text).results().map(place -> EventPath.of(place.group(1))
                .written());
    }

    /** Whether it is the same text for each event. */
    public boolean isFixed() {
        return paths().findAny().isEmpty();
    }

    /**
     * Fills the placeholders, in the lines in which it was written and those of the event.
     *
     * @param longest in characters; what is longer is cut, with an ellipsis
     */
    public Filled fill(EventDocument event, int longest) {
        StringBuilder filled = new StringBuilder();
        List<String> missing = new ArrayList<>();
        Matcher places = PLACE.matcher(text);
        int end = 0;
        // What is too long already needs nothing more: places are many, and what they find may be long.
        while (filled.length() <= longest && places.find()) {
            filled.append(text, end, places.start());
            EventPath path = EventPath.of(places.group(1));
            List<String> found = path.find(event);
            if (!found.isEmpty()) {
                filled.append(visible(String.join(", ", found)));
            } else if (places.group(2) != null) {
                filled.append(places.group(2));
            } else {
                missing.add(path.written());
            }
            end = places.end();
        }
        filled.append(text, end, text.length());
        return new Filled(shortened(filled.toString().strip(), longest), List.copyOf(missing));
    }

    /** Texts of other systems have characters that no text of ours can hold. */
    private static String visible(String value) {
        return value.replaceAll("[\\p{Cc}&&[^\\n\\t]]", " ");
    }

    /** As much of it as fits; never half of a character. */
    static String shortened(String whole, int longest) {
        if (whole.length() <= longest) {
            return whole;
        }
        int end = longest - ELLIPSIS.length();
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }

    /**
     * A template that was filled.
     *
     * @param missing the paths that found nothing and have no word for that
     */
    public record Filled(String text, List<String> missing) {

        /** The same on one line; null when there is nothing to be seen. */
        public String line() {
            String line = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
            return line.isEmpty() ? null : line;
        }
    }
}
