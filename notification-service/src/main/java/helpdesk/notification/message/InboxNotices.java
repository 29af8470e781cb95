package helpdesk.notification.message;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts messages into the inboxes of those who work here. */
@ApplicationScoped
class InboxNotices {

    private static final String ADD = """
            insert into inbox_notice (message_id, account_id) select * from unnest(?, ?) on conflict do nothing""";

    private final Sql sql;

    InboxNotices(Sql sql) {
        this.sql = sql;
    }

    /** Adds messages, each to the inbox of an account. */
    void add(Map<UUID, UUID> accounts) {
        if (!accounts.isEmpty()) {
            List<UUID> ids = List.copyOf(accounts.keySet());
            sql.execute(
                    ADD,
                    ids.toArray(UUID[]::new),
                    ids.stream().map(accounts::get).toArray(UUID[]::new));
        }
    }
}
