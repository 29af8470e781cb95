package helpdesk.platform.erasure;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What was erased.
 *
 * @param erased how much of what, by the plural of its name: {@code tickets}, {@code messages}. For the receipt.
 * @param related the ids of what was the person's: what is told of these later is not kept either
 */
public record ErasureOutcome(Map<String, Long> erased, Collection<UUID> related) {

    /** Counts are in the order of their names, so that receipts are easy to compare. */
    public ErasureOutcome {
        erased = new TreeMap<>(erased);
    }

    /** Both together. */
    ErasureOutcome and(ErasureOutcome other) {
        Map<String, Long> all = new TreeMap<>(erased);
        other.erased.forEach((name, count) -> all.merge(name, count, Long::sum));
        Set<UUID> ids = new HashSet<>(related);
        ids.addAll(other.related);
        return new ErasureOutcome(all, ids);
    }
}
