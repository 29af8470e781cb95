package helpdesk.feedback.word;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Keeps the words of answers, and how many answers have them. The database itself names the answers that are to be read, so that
 * no writer can forget it. One process at a time reads: others would wait for the rows of frequent words.
 */
@ApplicationScoped
public class WordNotes {

    static final int BATCH = 200;

    /** Whoever holds it keeps words. */
    private static final long LOCK = 0x776f_7264_73L;

    private static final String TAKE = """
            delete from mention_due where id in (
                select id from mention_due order by id limit %d for update skip locked) returning response_id""".formatted(BATCH);

    private static final String ANSWERS_TO = "select id from response where invitation_id = any(?)";

    /** Of erased texts a mark is left, which nobody wrote. */
    private static final String TEXTS = """
            select r.id, about.name, lower(split_part(r.language, '-', 1)), about.text
            from response r join invitation i on i.id = r.invitation_id join survey s on s.id = i.survey_id
            cross join lateral jsonb_array_elements(s.questions) with ordinality as asked (question, place)
            join lateral jsonb_array_elements(r.answers) as given (answer)
                on given.answer ->> 'key' = asked.question ->> 'key'
            cross join lateral (values
                ('REASONS', array['rating10', 'stars5', 'nps', 'effort', 'yesNo'], given.answer ->> 'comment'),
                ('IMPROVEMENTS', array['improvement'], given.answer ->> 'value'),
                ('COMPETITORS', array['competitor'], given.answer ->> 'value')) as about (name, kinds, text)
            where r.id = any(?) and i.state in ('SENT', 'ANSWERED', 'EXPIRED')
                and asked.question ->> 'kind' = any(about.kinds) and about.text is not null and about.text <> '[erased]'
            order by r.id, asked.place""";

    private static final String COUNTED = """
            select m.about, span.name as span, s.survey_id,
                cast(date_trunc(span.name, m.sent_at at time zone 'UTC') as date) as begins, m.language, m.stem,
                cast(count(*) as int) as answers
            from %s m
            cross join (values ('day'), ('month')) as span (name)
            cross join lateral (values (m.survey_id), ('00000000-0000-0000-0000-000000000000')) as s (survey_id)
            group by 1, 2, 3, 4, 5, 6""";

    private static final String FORMS = """
            select about, language, stem, word, cast(count(*) as int) as answers from mention
            where response_id = any(?) and stem <> '' group by 1, 2, 3, 4""";

    private static final String FORGET_FORMS = """
            merge into mention_form c using (%s) l
            on c.about = l.about and c.language = l.language and c.stem = l.stem and c.word = l.word
            when matched and c.answers <= l.answers then delete
            when matched then update set answers = c.answers - l.answers""".formatted(FORMS);

    private static final String KEEP_FORMS = """
            insert into mention_form (about, language, stem, word, answers) %s
            on conflict (about, language, stem, word) do update set answers = mention_form.answers + excluded.answers""".formatted(FORMS);

    /** A word that nobody mentions any more is forgotten: it may have been a name. */
    private static final String FORGET = """
            with gone as (
                delete from mention where response_id = any(?) returning about, stem, language, survey_id, sent_at
            )
            merge into mention_count c using (%s) l
            on c.about = l.about and c.span = l.span and c.survey_id = l.survey_id and c.begins = l.begins
                and c.language = l.language and c.stem = l.stem
            when matched and c.answers <= l.answers then delete
            when matched then update set answers = c.answers - l.answers""".formatted(COUNTED.formatted("gone"));

    private static final String KEEP = """
            with fresh as (
                insert into mention (response_id, about, stem, word, language, survey_id, sent_at)
                select f.response_id, f.about, f.stem, f.word, f.language, i.survey_id, i.sent_at
                from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                    as f (response_id, about, stem, word, language)
                join response r on r.id = f.response_id join invitation i on i.id = r.invitation_id
                returning about, stem, language, survey_id, sent_at
            )
            insert into mention_count (about, span, survey_id, begins, language, stem, answers) %s
            on conflict (about, span, survey_id, begins, language, stem)
                do update set answers = mention_count.answers + excluded.answers""".formatted(COUNTED.formatted("fresh"));

    private final Sql sql;

    WordNotes(Sql sql) {
        this.sql = sql;
    }

    /**
     * Reads a batch of the answers that are to be read.
     *
     * @return how many; none while somebody else does
     */
    @Transactional
    int readDue() {
        boolean mine = sql.first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
                .orElse(false);
        if (!mine) {
            return 0;
        }
        List<UUID> due = sql.list(TAKE, row -> row.getObject(1, UUID.class));
        read(due.stream().distinct().toArray(UUID[]::new));
        return due.size();
    }

    /** Reads the answers to these invitations at once, in the transaction at hand: what was erased of them is mentioned no more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void readAnswersTo(UUID[] invitations) {
        sql.first("select pg_advisory_xact_lock(?)", row -> true, LOCK);
        read(sql.list(ANSWERS_TO, row -> row.getObject(1, UUID.class), (Object) invitations)
                .toArray(UUID[]::new));
    }

    private void read(UUID[] responses) {
        if (responses.length == 0) {
            return;
        }
        sql.execute(FORGET_FORMS, (Object) responses);
        sql.execute(FORGET, (Object) responses);
        Collection<Mention> mentions = mentions(sql.list(
                TEXTS,
                row -> new WrittenText(
                        row.getObject(1, UUID.class),
                        About.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4)),
                (Object) responses));
        if (!mentions.isEmpty()) {
            sql.execute(
                    KEEP,
                    mentions.stream()
                            .map(mention -> mention.text().responseId())
                            .toArray(UUID[]::new),
                    column(mentions, mention -> mention.text().about().name().toLowerCase(Locale.ROOT)),
                    column(mentions, Mention::stem),
                    column(mentions, Mention::word),
                    column(mentions, mention -> mention.text().language()));
            sql.execute(KEEP_FORMS, (Object) responses);
        }
    }

    /** Each word once for an answer, however often and in how many texts it is there. */
    private static Collection<Mention> mentions(List<WrittenText> texts) {
        Map<List<Object>, Mention> mentions = new LinkedHashMap<>();
        for (WrittenText text : texts) {
            List<Mention> all = new ArrayList<>(List.of(new Mention(text, "", "")));
            WordAnalysis.words(text.language(), text.about(), text.text())
                    .forEach((stem, word) -> all.add(new Mention(text, stem, word)));
            all.forEach(
                    mention -> mentions.putIfAbsent(List.of(text.responseId(), text.about(), mention.stem()), mention));
        }
        return mentions.values();
    }

    private static String[] column(Collection<Mention> mentions, Function<Mention, String> value) {
        return mentions.stream().map(value).toArray(String[]::new);
    }
}
