package helpdesk.ticket.search;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words with their places, and their pairs, in the form in which PostgreSQL reads a {@code tsvector}. */
final class DocumentText {

    /** Words of different texts are no phrase. */
    private static final int GAP = 10;

    /** More places of one word, and places behind the last, are dropped by PostgreSQL itself. */
    private static final int MOST_PLACES = 100;

    private static final int LAST_PLACE = 16_383;
    private static final int BYTES_OF_ENTRY = 8;
    private static final int BYTES_OF_PLACE = 2;

    private final int largest;
    private final Map<String, StringBuilder> words = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> pairs = new LinkedHashSet<>();
    private int size;
    private int place;

    /** @param largest in bytes, as PostgreSQL stores it; what would go beyond is left out */
    DocumentText(int largest) {
        this.largest = largest;
    }

    void add(List<String> text) {
        String former = null;
        for (String word : text) {
            place = Math.min(place + 1, LAST_PLACE);
            int known = places.getOrDefault(word, 0);
            int more = known == 0
                    ? word.getBytes(StandardCharsets.UTF_8).length + BYTES_OF_ENTRY
                    : known < MOST_PLACES ? BYTES_OF_PLACE : 0;
            if (more > 0 && size + more <= largest) {
                size += more;
                places.put(word, known + 1);
                words.computeIfAbsent(word, first -> new StringBuilder())
                        .append(known == 0 ? ':' : ',')
                        .append(place);
            }
            if (former != null && place < LAST_PLACE) {
                pairs.add(WordPair.of(former, word));
            }
            former = word;
        }
        place = Math.min(place + GAP, LAST_PLACE);
    }

    /** For example {@code 'fire':2 'printer':1 '+bz0_'}. */
    String text() {
        StringBuilder text = new StringBuilder();
        words.forEach((word, at) -> text.append(quoted(word)).append(at).append(' '));
        // Pairs have what space the words have left.
        pairs.stream()
                .limit((largest - size) / (WordPair.LENGTH + BYTES_OF_ENTRY))
                .forEach(pair -> text.append(quoted(pair)).append(' '));
        return text.toString();
    }

    static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
