package helpdesk.platform.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page, absent on the last one
 * @param total how many there are in all, only when it was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, String next, Long total) {

    /**
     * Makes a page of the rows that a query for {@code limit + 1} found.
     *
     * @param cursor seals the place behind the last row shown
     */
    public static <R, T> Page<T> of(List<R> found, int limit, Function<R, T> view, Function<R, String> cursor) {
        boolean more = found.size() > limit;
        List<R> rows = more ? found.subList(0, limit) : found;
        return new Page<>(rows.stream().map(view).toList(), more ? cursor.apply(rows.getLast()) : null, null);
    }

    /** The same page with the number of all items. */
    public Page<T> withTotal(long count) {
        return new Page<>(items, next, count);
    }
}
