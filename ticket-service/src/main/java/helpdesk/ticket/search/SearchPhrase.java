package helpdesk.ticket.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody searches for, as a query for PostgreSQL: all words, in any order. {@code "a phrase"} stands together,
 * {@code or} takes either side, {@code -word} must not be there, {@code wor*} begins so.
 */
@ApplicationScoped
public class SearchPhrase {

    private static final int MOST_WORDS = 30;
    private static final Pattern PARTS = Pattern.compile("(-?)(?:\"([^\"]*)\"?|(\\S+))");

    private final Words words;

    SearchPhrase(Words words) {
        this.words = words;
    }

    /** The text of a {@code tsquery}; empty when there is no word that could be found. */
    public Optional<String> query(String search) {
        List<String> alternatives = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        boolean positive = false;
        Matcher part = PARTS.matcher(search);
        while (part.find()) {
            String word = part.group(3);
            if (word != null && word.equalsIgnoreCase("or") && !wanted.isEmpty()) {
                alternatives.add(String.join(" & ", wanted));
                wanted.clear();
                continue;
            }
            boolean without = !part.group(1).isEmpty();
            Optional<String> term = word == null ? phrase(part.group(2), false) : phrase(word, word.endsWith("*"));
            if (term.isPresent()) {
                positive |= !without;
                wanted.add(without ? "!(" + term.get() + ")" : "(" + term.get() + ")");
            }
        }
        if (!wanted.isEmpty()) {
            alternatives.add(String.join(" & ", wanted));
        }
        return positive ? Optional.of(String.join(" | ", alternatives)) : Optional.empty();
    }

    private Optional<String> phrase(String text, boolean begins) {
        List<String> found = words.of(text, MOST_WORDS);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String together =
                String.join(" <-> ", found.stream().map(DocumentText::quoted).toList());
        StringBuilder term = new StringBuilder(begins ? together + ":*" : together);
        // Of the last word only the beginning is known.
        for (int second = 1; second < found.size() - (begins ? 1 : 0); second++) {
            term.append(" & ").append(DocumentText.quoted(WordPair.of(found.get(second - 1), found.get(second))));
        }
        return Optional.of(term.toString());
    }
}
