package helpdesk.local.measure;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** How long most of many answers took. */
final class Percentiles {

    private final long[] sorted;

    /** @param nanos how long each took */
    Percentiles(Collection<Long> nanos) {
        this.sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
    }

    /** @return in milliseconds, what so many of 100 stay below; nothing when there was none */
    String at(int percent) {
        return sorted.length == 0
                ? "-"
                : String.format(
                        Locale.ROOT, "%.1f", sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1] / 1e6);
    }
}
