package helpdesk.platform.erasure;

import java.util.Collection;
import java.util.Map;
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
}
