package helpdesk.platform.erasure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table whose texts are searched.
 *
 * @param columns in their order
 */
record SearchedTable(String name, List<SearchedColumn> columns) {

    /** Counts, column by column, the rows between two blocks that have a term. One array of terms for each column. */
    String count() {
        String counts = columns.stream()
                .map(column -> "count(*) filter (where %s)".formatted(column.condition()))
                .collect(Collectors.joining(", "));
        return "select %s from %s where ctid >= cast(? as tid) and ctid < cast(? as tid)"
                .formatted(counts, quoted(name));
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
