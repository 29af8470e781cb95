package helpdesk.feedback.word;

import helpdesk.feedback.insight.InsightPeriod;
import helpdesk.feedback.insight.InsightSpan;
import helpdesk.feedback.insight.Proportion;
import helpdesk.feedback.survey.SurveyVersions;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Counts words: one statement over whole months, the whole days before and behind them, and the at most two days of which only a
 * part is asked for.
 */
@ApplicationScoped
class WordQuery {

    private static final UUID NO_SURVEY = new UUID(0, 0);

    /** The form is the most frequent one of all times. */
    private static final String WORDS = """
            with counted as materialized (
                select language, stem, sum(answers) as answers from (%s) c group by language, stem
            ), top as (
                select language, stem, answers from counted where stem <> '' order by answers desc, language, stem limit ?
            )
            select (
                    select f.word from mention_form f
                    where f.about = ? and f.language = t.language and f.stem = t.stem order by f.answers desc, f.word limit 1
                ), t.language, t.answers, n.answers
            from top t join counted n on n.language = t.language and n.stem = ''
            order by t.answers desc, t.language, t.stem""";

    private static final String COUNTED = """
            select language, stem, answers from mention_count
            where about = ? and span = ? and begins >= ? and begins < ?""";

    private static final String MENTIONED =
            "select language, stem, 1 from mention where sent_at >= ? and sent_at < ? and about = ?";

    private final Sql sql;

    WordQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * The most frequent first.
     *
     * @param language a primary language, or null for all
     * @param survey null for all
     */
    @Transactional
    List<WordCount> words(About about, InsightPeriod period, String language, UUID survey, int limit) {
        String name = about.name().toLowerCase(Locale.ROOT);
        List<String> parts = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (InsightSpan span : period.spans()) {
            parts.add(COUNTED + narrowed(language, survey) + (survey == null ? " and survey_id = ?" : ""));
            parameters.addAll(List.of(name, span.name(), span.begin(), span.end()));
            add(parameters, language, survey);
            if (survey == null) {
                parameters.add(NO_SURVEY);
            }
        }
        for (InsightPeriod edge : period.edges()) {
            parts.add(MENTIONED + narrowed(language, survey));
            parameters.addAll(List.of(edge.from(), edge.to(), name));
            add(parameters, language, survey);
        }
        parameters.add(limit);
        parameters.add(name);
        return sql.search(WORDS.formatted(String.join(" union all ", parts)), WordQuery::word, parameters.toArray());
    }

    private static WordCount word(ResultSet row) throws SQLException {
        long answers = row.getLong(3);
        return new WordCount(row.getString(1), row.getString(2), answers, Proportion.of(answers, row.getLong(4)));
    }

    private static String narrowed(String language, UUID survey) {
        return (language == null ? "" : " and language = ?") + (survey == null ? "" : SurveyVersions.CONDITION);
    }

    private static void add(List<Object> parameters, String language, UUID survey) {
        if (language != null) {
            parameters.add(language);
        }
        if (survey != null) {
            parameters.add(survey);
        }
    }
}
