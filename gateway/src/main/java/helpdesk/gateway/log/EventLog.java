package helpdesk.gateway.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.regex.Pattern;

/** The log of all topics, as it is read: in the order of its positions. */
@ApplicationScoped
public class EventLog {

    private static final Pattern LIKE_SPECIAL = Pattern.compile("([\\\\%_])");

    private final EntityManager entities;

    EventLog(EntityManager entities) {
        this.entities = entities;
    }

    /** The events behind the position that fit the filter, oldest first, at most so many. */
    @Transactional
    public List<LoggedEvent> after(long position, EventFilter filter, int limit) {
        boolean oneType = filter.types().size() == 1 && filter.prefixes().isEmpty();
        boolean someTypes =
                !oneType && !(filter.types().isEmpty() && filter.prefixes().isEmpty());
        String sql =
                "select position, type, subject, cast(envelope as text) from logged_event where position > :position"
                        + (filter.subject() == null ? "" : " and subject = :subject")
                        + (oneType ? " and type = :type" : "")
                        + (someTypes
                                ? " and (type = any(cast(:types as text[])) or type like any(cast(:prefixes as text[])))"
                                : "")
                        + (filter.accounts() ? "" : " and type not like 'org.helpdesk.account.%'")
                        + " order by position";
        Query query = entities.createNativeQuery(sql)
                .setParameter("position", position)
                .setMaxResults(limit);
        if (filter.subject() != null) {
            query.setParameter("subject", filter.subject());
        }
        if (oneType) {
            query.setParameter("type", filter.types().getFirst());
        }
        if (someTypes) {
            query.setParameter("types", filter.types().toArray(String[]::new));
            query.setParameter(
                    "prefixes",
                    filter.prefixes().stream().map(EventLog::likePrefix).toArray(String[]::new));
        }
        return rows(query);
    }

    /** The position of the newest event; 0 when there is none. */
    @Transactional
    public long last() {
        return ((Number) entities.createNativeQuery("select coalesce(max(position), 0) from logged_event")
                        .getSingleResult())
                .longValue();
    }

    private static List<LoggedEvent> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(columns -> new LoggedEvent(
                        ((Number) columns[0]).longValue(), (String) columns[1], (String) columns[2], (String)
                                columns[3]))
                .toList();
    }

    private static String likePrefix(String prefix) {
        return LIKE_SPECIAL.matcher(prefix).replaceAll("\\\\$1") + "%";
    }
}
