package helpdesk.local.load;

import java.util.EnumMap;
import java.util.Map;

/** The rows of some tickets, in all tables. The space is used again for the next batch. */
final class TicketBatch {

    private final Map<LoadedTable, CopyBuffer> buffers = new EnumMap<>(LoadedTable.class);
    private final Map<LoadedTable, Long> rows = new EnumMap<>(LoadedTable.class);

    TicketBatch() {
        for (LoadedTable table : LoadedTable.values()) {
            buffers.put(table, new CopyBuffer());
        }
        clear();
    }

    CopyBuffer of(LoadedTable table) {
        return buffers.get(table);
    }

    void endRow(LoadedTable table) {
        buffers.get(table).endRow();
        rows.merge(table, 1L, Long::sum);
    }

    long rows(LoadedTable table) {
        return rows.get(table);
    }

    void clear() {
        for (LoadedTable table : LoadedTable.values()) {
            buffers.get(table).clear();
            rows.put(table, 0L);
        }
    }
}
