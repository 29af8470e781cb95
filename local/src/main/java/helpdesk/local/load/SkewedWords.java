package helpdesk.local.load;

import java.util.List;

/**
 * Words as often as in real texts: the word at place n comes about n times less often than the first (Zipf's law, with
 * Mandelbrot's shift, so that no single word fills everything).
 */
final class SkewedWords {

    private static final int STEPS = 1 << 16;
    private static final double SHIFT = 2.7;

    private final List<String> words;

    /** For each step of the scale the place of its word. */
    private final char[] places = new char[STEPS];

    /** @param words the frequent ones first, at most some thousand */
    SkewedWords(List<String> words) {
        this.words = List.copyOf(words);
        double whole = 0;
        for (int place = 0; place < words.size(); place++) {
            whole += weight(place);
        }
        double sum = 0;
        int step = 0;
        for (int place = 0; place < words.size(); place++) {
            sum += weight(place);
            int end = (int) Math.round(sum / whole * STEPS);
            while (step < end) {
                places[step++] = (char) place;
            }
        }
    }

    String pick(Draw draw) {
        return words.get(places[draw.below(STEPS)]);
    }

    List<String> all() {
        return words;
    }

    private static double weight(int place) {
        return 1 / (place + SHIFT);
    }
}
