package helpdesk.local.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How many rows are loaded for good. */
public final class LoadTotals {

    private final Map<LoadedTable, LongAdder> rows = new EnumMap<>(LoadedTable.class);

    /** Begins with none. */
    public LoadTotals() {
        for (LoadedTable table : LoadedTable.values()) {
            rows.put(table, new LongAdder());
        }
    }

    void add(TicketBatch batch) {
        rows.forEach((table, sum) -> sum.add(batch.rows(table)));
    }

    /** @return the rows of one table */
    public long of(LoadedTable table) {
        return rows.get(table).sum();
    }

    /** @return the rows of all tables */
    public long all() {
        return rows.values().stream().mapToLong(LongAdder::sum).sum();
    }
}
