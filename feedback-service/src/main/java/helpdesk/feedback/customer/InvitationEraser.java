package helpdesk.feedback.customer;

import helpdesk.feedback.word.WordNotes;
import helpdesk.platform.erasure.Eraser;
import helpdesk.platform.erasure.ErasureOutcome;
import helpdesk.platform.erasure.ErasureRequest;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.succession.Successions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Forgets who was asked, where they were reached and what they wrote. Scores and choices, by which nobody is recognised, stay for
 * the figures.
 */
@ApplicationScoped
class InvitationEraser implements Eraser {

    private static final int ROWS_AT_ONCE = 500;

    /** Who was never identified but reached there. From now on it counts as theirs, so that a second try finds it too. */
    private static final String CLAIM_BY_CONTACT = """
            update invitation set customer_id = ?, version = version + 1 where id in (
                select id from invitation
                where customer_id is null and (contact_email = any(?) or contact ->> 'phone' = any(?)
                    or ltrim(lower(contact -> 'handle' ->> 'handle'), '@') = any(?))
                order by id limit ? for update)""";

    private static final String CLAIM_BY_TICKET = """
            update invitation set customer_id = ?, version = version + 1 where id in (
                select id from invitation
                where customer_id is null
                    and ticket_id in (select theirs.ticket_id from invitation theirs where theirs.customer_id = any(?))
                order by id limit ? for update)""";

    private static final String NEXT = """
            select id from invitation
            where erased_at is null and (customer_id = any(?) or customer_origin_id = any(?))
            order by id limit ? for update""";

    /** Of an answer only what was chosen stays: a number, yes or no, an option. */
    private static final String ERASE_ANSWERS = """
            update response r set version = r.version + 1, answers = coalesce((
                select jsonb_agg((case
                        when jsonb_typeof(given.answer -> 'value') = 'string' and not exists (
                            select 1 from jsonb_array_elements(s.questions) as asked (question)
                            where asked.question ->> 'key' = given.answer ->> 'key'
                                and asked.question ->> 'kind' = 'choice')
                        then jsonb_set(given.answer, '{value}', '"[erased]"') else given.answer end) - 'comment'::text
                    order by given.place)
                from jsonb_array_elements(r.answers) with ordinality as given (answer, place)), '[]')
            from invitation i join survey s on s.id = i.survey_id
            where i.id = r.invitation_id and i.id = any(?)""";

    private static final String ERASE = """
            update invitation set version = version + 1, contact = '{}', contact_email = null, draft_answers = null,
                drop_reason = case when state in ('SCHEDULED', 'SENT') then 'ERASED' else drop_reason end,
                state = case when state in ('SCHEDULED', 'SENT') then 'DROPPED' else state end,
                erased_at = ?, updated_at = ?
            where id = any(?)""";

    private static final String FORGET_REWARDS = """
            delete from earned_reward where response_id in (
                select r.id from response r join invitation i on i.id = r.invitation_id
                where i.customer_id = any(?) or i.customer_origin_id = any(?))""";

    private static final String FORGET_PROFILE = "delete from known_customer where id = any(?)";

    private static final String FORGET_CONTACT = "delete from customer_contact where customer_id = any(?)";

    private static final String RELATED = """
            select i.id, i.ticket_id, r.id from invitation i left join response r on r.invitation_id = i.id
            where i.customer_id = any(?) or i.customer_origin_id = any(?)""";

    private final Sql sql;
    private final Successions successions;
    private final WordNotes words;
    private final Clock clock;

    InvitationEraser(Sql sql, Successions successions, WordNotes words, Clock clock) {
        this.sql = sql;
        this.successions = successions;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public ErasureOutcome erase(ErasureRequest request) {
        UUID[] subjects = QuarkusTransaction.requiringNew().call(() -> subjects(request));
        String[] contacts = request.contacts().stream()
                .map(contact -> contact.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        UUID owner = request.subjectId();
        sliceBySlice(() -> sql.execute(CLAIM_BY_CONTACT, owner, contacts, contacts, contacts, ROWS_AT_ONCE));
        sliceBySlice(() -> sql.execute(CLAIM_BY_TICKET, owner, subjects, ROWS_AT_ONCE));
        Erased erased = new Erased();
        sliceBySlice(() -> erase(subjects, erased));
        QuarkusTransaction.requiringNew().run(() -> {
            sql.execute(FORGET_REWARDS, subjects, subjects);
            sql.execute(FORGET_PROFILE, (Object) subjects);
            sql.execute(FORGET_CONTACT, (Object) subjects);
        });
        return new ErasureOutcome(
                Map.of("invitations", erased.invitations, "responses", erased.responses),
                QuarkusTransaction.requiringNew().call(() -> related(subjects)));
    }

    private int erase(UUID[] subjects, Erased erased) {
        UUID[] next = sql.list(NEXT, row -> row.getObject(1, UUID.class), subjects, subjects, ROWS_AT_ONCE)
                .toArray(UUID[]::new);
        if (next.length > 0) {
            Instant now = clock.instant();
            // The invitations are held: whoever is answering one has answered by now, or finds it erased.
            erased.responses += sql.execute(ERASE_ANSWERS, (Object) next);
            words.readAnswersTo(next);
            erased.invitations += sql.execute(ERASE, now, now, next);
        }
        return next.length;
    }

    private UUID[] subjects(ErasureRequest request) {
        return request.subjects().stream()
                .flatMap(subject -> successions.kin(subject).stream())
                .distinct()
                .toArray(UUID[]::new);
    }

    private Set<UUID> related(UUID[] subjects) {
        Set<UUID> related = new HashSet<>();
        sql
                .list(
                        RELATED,
                        row -> Stream.of(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, UUID.class),
                                        row.getObject(3, UUID.class))
                                .filter(id -> id != null)
                                .toList(),
                        subjects,
                        subjects)
                .stream()
                .flatMap(List::stream)
                .forEach(related::add);
        return related;
    }

    private static void sliceBySlice(IntSupplier slice) {
        int done;
        do {
            done = QuarkusTransaction.requiringNew().call(slice::getAsInt);
        } while (done == ROWS_AT_ONCE);
    }

    /** How much of what. */
    private static final class Erased {

        private long invitations;
        private long responses;
    }
}
