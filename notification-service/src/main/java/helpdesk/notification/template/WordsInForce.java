package helpdesk.notification.template;

import helpdesk.platform.persistence.Sql;
import io.quarkus.qute.TemplateException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * The words that are in force in place of built-in ones. Which they are is looked up every {@link #FRESH}, so that all instances follow a
 * change within seconds; saved versions never change, so each is read once.
 */
@ApplicationScoped
class WordsInForce {

    private static final Logger LOG = Logger.getLogger(WordsInForce.class);

    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final String IN_FORCE = "select content, language, number from message_template_in_force";

    private static final String VERSION =
            "select subject, text from message_template_version where content = ? and number = ?";

    private final Sql sql;
    private final Clock clock;

    private volatile Known known = new Known(Map.of(), Instant.MIN);

    WordsInForce(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The languages in which a content has words of one's own. */
    Set<String> languages(String content) {
        return known().words().getOrDefault(content, Map.of()).keySet();
    }

    /** The words of a content in one language; empty when the built-in ones are in force. Called in a transaction. */
    Optional<OwnWords> find(String content, String language) {
        return Optional.ofNullable(
                known().words().getOrDefault(content, Map.of()).get(language));
    }

    /** They may have changed: looks them up before they are needed again. */
    void forget() {
        known = new Known(known.words(), Instant.MIN);
    }

    private Known known() {
        Known last = known;
        Instant now = clock.instant();
        // A clock that was set back is no reason to wait.
        if (!now.isBefore(last.at()) && now.isBefore(last.until())) {
            return last;
        }
        Known fresh = new Known(read(last.words()), now);
        known = fresh;
        return fresh;
    }

    private Map<String, Map<String, OwnWords>> read(Map<String, Map<String, OwnWords>> former) {
        List<Row> rows =
                new ArrayList<>(sql.list(IN_FORCE, row -> new Row(row.getString(1), row.getString(2), row.getInt(3))));
        Map<String, Map<String, OwnWords>> words = new HashMap<>();
        for (Row row : rows) {
            OwnWords same = former.getOrDefault(row.content(), Map.of()).get(row.language());
            Optional<OwnWords> version =
                    same != null && same.number() == row.number() ? Optional.of(same) : version(row);
            version.ifPresent(found -> words.computeIfAbsent(
                            row.content(), content -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
                    .put(row.language(), found));
        }
        return words;
    }

    /** Empty for what only a later version of the product can read. */
    private Optional<OwnWords> version(Row row) {
        return sql.first(VERSION, found -> List.of(found.getString(1), found.getString(2)), row.content(), row.number())
                .flatMap(found -> {
                    try {
                        return Optional.of(OwnWords.of(
                                row.number(), TemplateText.of(found.get(0)), TemplateText.of(found.get(1))));
                    } catch (BrokenTemplateException | TemplateException e) {
                        LOG.warnf("Version %d of %s cannot be read: %s", row.number(), row.content(), e.getMessage());
                        return Optional.empty();
                    }
                });
    }

    private record Row(String content, String language, int number) {}

    private record Known(Map<String, Map<String, OwnWords>> words, Instant at) {

        Instant until() {
            return at.equals(Instant.MIN) ? at : at.plus(FRESH);
        }
    }
}
