package helpdesk.local.load;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence with gaps for words.
 *
 * @param parts what stands before, between and after the gaps
 */
record Template(List<String> parts) {

    private static final String GAP = "\\{}";
    private static final int SECOND_WORD_PERCENT = 35;

    /** @param text with {@code {}} for each gap */
    static Template of(String text) {
        return new Template(Arrays.asList(text.split(GAP, -1)));
    }

    /** Appends the sentence with a word or two in each gap, and begins it with a capital letter. */
    void append(StringBuilder text, SkewedWords words, Draw draw) {
        int begin = text.length();
        text.append(parts.getFirst());
        for (String part : parts.subList(1, parts.size())) {
            text.append(words.pick(draw));
            if (draw.chance(SECOND_WORD_PERCENT)) {
                text.append(' ').append(words.pick(draw));
            }
            text.append(part);
        }
        text.setCharAt(begin, Character.toUpperCase(text.charAt(begin)));
    }
}
