package helpdesk.feedback.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.TreeMap;

/** Which of several languages to speak: BCP 47 lookup (RFC 4647, section 3.4). */
public final class Languages {

    private Languages() {}

    /**
     * The best available language: each wanted one in turn, with what it falls back to ({@code de-AT} to {@code de}), before
     * the next.
     *
     * @param fallback what to speak when none of the wanted ones is available
     * @param wanted language tags, the dearest first; null and ill-formed ones are passed over
     */
    public static String choose(Collection<String> available, String fallback, String... wanted) {
        List<LanguageRange> ranges = new ArrayList<>();
        for (String tag : wanted) {
            if (tag != null) {
                ranges.addAll(ranges(tag));
            }
        }
        String best = Locale.lookupTag(ranges, available);
        return best == null ? fallback : best;
    }

    /** The same texts by language, found whatever the case of the tag (RFC 5646, section 2.1.1). Null stays null. */
    public static Map<String, String> byTag(Map<String, String> texts) {
        if (texts == null) {
            return null;
        }
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(texts);
        return Collections.unmodifiableMap(sorted);
    }

    private static List<LanguageRange> ranges(String tag) {
        try {
            return LanguageRange.parse(tag);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
