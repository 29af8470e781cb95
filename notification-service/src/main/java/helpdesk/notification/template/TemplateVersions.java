package helpdesk.notification.template;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The words that were saved, and which of them are in force. */
@ApplicationScoped
class TemplateVersions {

    private static final String SELECT = """
            select v.content, v.number, v.language, v.subject, v.text, v.created_by, v.created_at,
                exists (select 1 from message_template_in_force f
                    where f.content = v.content and f.language = v.language and f.number = v.number)
            from message_template_version v where v.content = ?""";

    private final Sql sql;

    TemplateVersions(Sql sql) {
        this.sql = sql;
    }

    /** Who changes the words of a content does so alone until the transaction ends. */
    void lock(String content) {
        sql.list("select pg_advisory_xact_lock(hashtext('message-template'), hashtext(?))", row -> true, content);
    }

    /** Saves words under the next number. */
    int save(String content, NewTemplateVersion words, String language, String createdBy, Instant now) {
        int number = sql.first(
                        "select coalesce(max(number), 0) + 1 from message_template_version where content = ?",
                        row -> row.getInt(1),
                        content)
                .orElseThrow();
        sql.execute("""
                insert into message_template_version (content, number, language, subject, text, created_by, created_at)
                values (?, ?, ?, ?, ?, ?, ?)""", content, number, language, words.subject(), words.text(), createdBy, now);
        return number;
    }

    void putInForce(String content, String language, int number, Instant now) {
        sql.execute("""
                insert into message_template_in_force (content, language, number, since) values (?, ?, ?, ?)
                on conflict (content, language) do update set number = excluded.number, since = excluded.since""", content, language, number, now);
    }

    /** The built-in words are in force again, where there are any. */
    void withdraw(String content, String language) {
        sql.execute("delete from message_template_in_force where content = ? and language = ?", content, language);
    }

    /** The numbers of the versions of a content that are in force, by their languages. */
    Map<String, Integer> inForce(String content) {
        return inForce().getOrDefault(content, Map.of());
    }

    /** The numbers of all versions that are in force, by their contents and languages. */
    Map<String, Map<String, Integer>> inForce() {
        Map<String, Map<String, Integer>> numbers = new HashMap<>();
        sql.list("select content, language, number from message_template_in_force", row -> numbers.computeIfAbsent(
                        row.getString(1), content -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
                .put(row.getString(2), row.getInt(3)));
        return numbers;
    }

    Optional<TemplateVersionView> find(String content, int number) {
        return sql.first(SELECT + " and v.number = ?", TemplateVersions::read, content, number);
    }

    /** Those before one of them, the newest first. */
    List<TemplateVersionView> list(String content, int before, int limit) {
        return sql.list(
                SELECT + " and v.number < ? order by v.number desc limit ?",
                TemplateVersions::read,
                content,
                before,
                limit);
    }

    private static TemplateVersionView read(ResultSet row) throws SQLException {
        return new TemplateVersionView(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(8),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
