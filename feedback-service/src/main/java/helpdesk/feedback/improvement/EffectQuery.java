package helpdesk.feedback.improvement;

import helpdesk.feedback.survey.Score;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Measures what an improvement aimed at, before and after. Answers are counted by when they were received, because that is
 * when somebody was as content as they say.
 */
@ApplicationScoped
class EffectQuery {

    private static final String FIGURES = """
            select count(v.value), avg(v.value), stddev_samp(v.value), count(*) filter (where v.value >= ?)
            from (%s) as v""";

    private static final String SCORES = """
            select r.score as value from response r left join invitation i on i.id = r.invitation_id
            where r.received_at >= ? and r.received_at < ? and r.score is not null and %s""";

    private static final String ANSWERS = """
            select %s as value
            from response r join invitation i on i.id = r.invitation_id join survey s on s.id = i.survey_id
                cross join jsonb_array_elements(r.answers) as given (answer)
                join lateral jsonb_array_elements(s.questions) as asked (question)
                    on asked.question ->> 'key' = given.answer ->> 'key'
            where r.received_at >= ? and r.received_at < ? and asked.question ->> 'kind' = '%s'
                and jsonb_typeof(given.answer -> 'value') = 'number' and %s""";

    private static final String NUMBER = "cast(given.answer ->> 'value' as int)";
    private static final String PROMOTES =
            "case when %1$s >= 9 then 100 when %1$s <= 6 then -100 else 0 end".formatted(NUMBER);

    private final Improvements improvements;
    private final Sql sql;
    private final Clock clock;

    EffectQuery(Improvements improvements, Sql sql, Clock clock) {
        this.improvements = improvements;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What the improvement aimed at, before and after.
     *
     * @throws helpdesk.platform.problem.Problem {@code improvement-not-found}
     */
    @Transactional
    EffectView of(UUID id) {
        Improvement improvement = improvements.require(id);
        Aim aim = improvement.writable().aim();
        if (aim == null) {
            return new EffectView(null, null, null);
        }
        Duration days = Duration.ofDays(aim.days());
        Instant now = clock.instant();
        Instant began = improvement.effectiveFrom() == null ? now : improvement.effectiveFrom();
        Measured before = measure(aim, began.minus(days), began);
        Instant done = improvement.doneAt();
        return new EffectView(aim, before, done == null ? null : measure(aim, done, earlier(done.plus(days), now)));
    }

    private Measured measure(Aim aim, Instant from, Instant to) {
        String theirs = aim.by() == null ? "cast(? as text) is null" : aim.by().expression() + " = ?";
        String values =
                switch (aim.measure()) {
                    case SCORE, SATISFIED -> SCORES.formatted(theirs);
                    case NPS -> ANSWERS.formatted(PROMOTES, "nps", theirs);
                    case EFFORT -> ANSWERS.formatted(NUMBER, "effort", theirs);
                };
        return sql.first(
                        FIGURES.formatted(values),
                        row -> {
                            long cases = row.getLong(1);
                            Double mean = number(row.getObject(2));
                            Double deviation = number(row.getObject(3));
                            return switch (aim.measure()) {
                                case SCORE -> Measured.mean(from, to, mean, deviation, cases, 1, 10);
                                case SATISFIED -> Measured.share(from, to, row.getLong(4), cases);
                                case NPS -> Measured.mean(from, to, mean, deviation, cases, -100, 100);
                                case EFFORT -> Measured.mean(from, to, mean, deviation, cases, 1, 7);
                            };
                        },
                        Score.SATISFIED_FROM,
                        from,
                        to,
                        aim.key())
                .orElseThrow();
    }

    private static Double number(Object read) {
        return read == null ? null : ((Number) read).doubleValue();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
