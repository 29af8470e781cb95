package helpdesk.gateway.log;

import helpdesk.platform.paging.Cursors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Places in the log, as clients hold them: the same for lists and for streams, whatever their filters. */
@ApplicationScoped
public class LogCursors {

    private static final String LIST = "events";

    private final Cursors cursors;

    LogCursors(Cursors cursors) {
        this.cursors = cursors;
    }

    /** The cursor that stands behind this position. */
    public String seal(long position) {
        return cursors.seal(List.of(Long.toString(position)), LIST);
    }

    /**
     * The position; 0, before all, when there is no cursor.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-cursor}
     */
    public long open(String cursor) {
        List<String> values = cursors.open(cursor, LIST);
        return values.isEmpty() ? 0 : Long.parseLong(values.getFirst());
    }
}
