package helpdesk.ticket.ticketing;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/**
 * Tags and followers that tickets have from those that were merged into them. Taking a merge back takes them away again,
 * unless somebody has decided about them since.
 */
@ApplicationScoped
class InheritedMarks {

    private static final String DISOWN = """
            update ticket_merge set version = version + 1,
                added_tags = array(select unnest(added_tags) except select unnest(?)),
                added_followers = array(select unnest(added_followers) except select unnest(?))
            where target_id = ? and undone_at is null""";

    private final Sql sql;

    InheritedMarks(Sql sql) {
        this.sql = sql;
    }

    /** Somebody took these away by hand: if they come back, then as the ticket's own. */
    void disown(UUID ticket, Collection<String> tags, Collection<UUID> followers) {
        if (!tags.isEmpty() || !followers.isEmpty()) {
            sql.execute(DISOWN, tags.toArray(String[]::new), followers.toArray(UUID[]::new), ticket);
        }
    }
}
