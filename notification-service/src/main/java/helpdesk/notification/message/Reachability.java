package helpdesk.notification.message;

import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Addresses where nothing arrives, and those who want to be told nothing for some purpose there. */
@ApplicationScoped
public class Reachability {

    private static final String FIND = """
            select recipient, null from dead_recipient where recipient = any(?)
            union all select recipient, purpose from unsubscribed_address where recipient = any(?)""";

    private static final String ADD_DEAD = """
            insert into dead_recipient (id, version, recipient, status, diagnostic, since) values (?, 0, ?, ?, ?, ?)
            on conflict (recipient) do nothing""";

    private static final String UNSUBSCRIBE = """
            insert into unsubscribed_address (recipient, purpose, at) values (?, ?, ?) on conflict do nothing""";

    private final Sql sql;

    Reachability(Sql sql) {
        this.sql = sql;
    }

    /** What is known of the addresses. */
    public Known find(Collection<String> recipients) {
        Known known = new Known(new HashSet<>(), new HashSet<>());
        if (!recipients.isEmpty()) {
            String[] sought = recipients.toArray(String[]::new);
            sql.list(
                    FIND,
                    row -> row.getString(2) == null
                            ? known.dead().add(row.getString(1))
                            : known.unsubscribed().add(Known.entry(row.getString(1), row.getString(2))),
                    sought,
                    sought);
        }
        return known;
    }

    /** Nothing arrives there, as a server said. */
    public void addDead(String recipient, String status, String diagnostic, Instant now) {
        sql.execute(ADD_DEAD, Ids.next(), recipient, status, diagnostic, now);
    }

    /** Who gets mail there does not want to be told anything for this purpose. */
    public void unsubscribe(String recipient, String purpose, Instant now) {
        sql.execute(UNSUBSCRIBE, recipient, purpose, now);
    }

    /** What is known of some addresses. */
    public record Known(Set<String> dead, Set<String> unsubscribed) {

        public boolean isDead(String recipient) {
            return dead.contains(recipient);
        }

        boolean wantsNothing(String recipient, String purpose) {
            return unsubscribed.contains(entry(recipient, purpose));
        }

        private static String entry(String recipient, String purpose) {
            return recipient + "\n" + purpose;
        }
    }
}
