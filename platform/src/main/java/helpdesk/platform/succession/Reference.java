package helpdesk.platform.succession;

import helpdesk.platform.persistence.Sql;
import java.util.List;
import java.util.UUID;

/**
 * A column that refers to what may go on as something else, and the column that keeps what it referred to at first. The
 * latter is null where nothing was redirected yet, so that a service begins without rewriting its tables.
 *
 * @param table a constant of the calling code, like the columns; each column has an index
 */
public record Reference(String table, String column, String origin) {

    /** Redirects the rows that belong to the kin; tells how many changed. */
    public int redirect(UUID successor, List<UUID> kin, Sql sql) {
        UUID[] ids = kin.toArray(UUID[]::new);
        return sql.execute("""
                update %1$s set %2$s = ?, %3$s = nullif(coalesce(%3$s, %2$s), ?)
                where (%3$s = any(?) or %3$s is null and %2$s = any(?)) and %2$s <> ?""".formatted(table, column, origin), successor, successor, ids, ids, successor);
    }
}
