package helpdesk.local.measure;

import helpdesk.local.demo.HelpdeskApi;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long answers take. */
final class Timing {

    /** Before it counts, so that the programs have seen each kind of question. */
    private static final int WARM_UP = 30;

    private Timing() {}

    /**
     * Asks one question after the other.
     *
     * @param name of the question
     * @param paths asked in turn
     * @return the name, and in milliseconds what half, 95, 99 and all of 100 answers stay below
     */
    static String[] of(HelpdeskApi api, String name, List<String> paths, int rounds) {
        for (int i = 0; i < Math.min(WARM_UP, rounds); i++) {
            api.get(paths.get(i % paths.size()));
        }
        long[] nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            api.get(paths.get(i % paths.size()));
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return new String[] {name, at(nanos, 50), at(nanos, 95), at(nanos, 99), at(nanos, 100)};
    }

    private static String at(long[] sorted, int percent) {
        int index = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return String.format(Locale.ROOT, "%.1f", sorted[index] / 1e6);
    }
}
