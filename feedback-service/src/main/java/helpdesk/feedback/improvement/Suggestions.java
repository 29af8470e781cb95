package helpdesk.feedback.improvement;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What customers would have us improve. The database keeps it beside the answers, and changes and erases it with them. */
@ApplicationScoped
class Suggestions {

    private static final UUID LAST_ID = new UUID(-1, -1);

    private static final String SELECT = """
            select s.response_id, s.text, s.language, i.ticket_id, i.ticket_number, r.score, s.improvement_id,
                s.dismissed_at, r.received_at
            from suggestion s join response r on r.id = s.response_id left join invitation i on i.id = r.invitation_id""";

    private static final String OPEN = """
             where s.improvement_id is null and s.dismissed_at is null and s.response_id < ?
                and (? = '' or lower(s.language) = ? or starts_with(lower(s.language), ? || '-'))
                and (? = '' or position(? in lower(s.text)) > 0)
            order by s.response_id desc limit ?""";

    private final Sql sql;

    Suggestions(Sql sql) {
        this.sql = sql;
    }

    /**
     * Those that nobody has taken up or dismissed, the newest first.
     *
     * @param language with all that are more precise, or null for all
     * @param words part of the text, or null for all
     */
    List<SuggestionView> open(String language, String words, UUID after, int limit) {
        String tag = lower(language);
        String part = lower(words);
        return sql.search(
                SELECT + OPEN, Suggestions::view, after == null ? LAST_ID : after, tag, tag, tag, part, part, limit);
    }

    private static String lower(String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    Optional<SuggestionView> find(UUID response) {
        return sql.first(SELECT + " where s.response_id = ?", Suggestions::view, response);
    }

    /** Says that nothing follows from it; the first to say so counts. */
    void dismiss(UUID response, String by, Instant now) {
        sql.execute(
                "update suggestion set dismissed_at = ?, dismissed_by = ? where response_id = ? and dismissed_at is null",
                now,
                by,
                response);
    }

    /** From now on the improvement has taken them up. */
    void take(Collection<UUID> responses, UUID improvement) {
        if (!responses.isEmpty()) {
            sql.execute(
                    "update suggestion set improvement_id = ? where response_id = any(?) and improvement_id is null",
                    improvement,
                    responses.toArray(UUID[]::new));
        }
    }

    /** It is open again, when it was this improvement that had taken it up. */
    void release(UUID response, UUID improvement) {
        sql.execute(
                "update suggestion set improvement_id = null where response_id = ? and improvement_id = ?",
                response,
                improvement);
    }

    void move(UUID from, UUID into) {
        sql.execute("update suggestion set improvement_id = ? where improvement_id = ?", into, from);
    }

    private static SuggestionView view(ResultSet row) throws SQLException {
        OffsetDateTime dismissedAt = row.getObject(8, OffsetDateTime.class);
        return new SuggestionView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getObject(6, Integer.class),
                row.getObject(7, UUID.class),
                dismissedAt == null ? null : dismissedAt.toInstant(),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }
}
