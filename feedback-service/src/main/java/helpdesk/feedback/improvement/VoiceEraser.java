package helpdesk.feedback.improvement;

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

/**
 * Forgets who asked for improvements and who complained. That somebody did stays for the figures, and so that nobody is told
 * twice who was told before.
 */
@ApplicationScoped
class VoiceEraser implements Eraser {

    private static final int ROWS_AT_ONCE = 500;

    /** Who was never identified but reached there. From now on it counts as theirs, so that a second try finds it too. */
    private static final String CLAIM_VOICES = """
            update improvement_voice set customer_id = ? where id in (
                select id from improvement_voice
                where customer_id is null and (contact_email = any(?) or contact_phone = any(?)
                    or ltrim(lower(contact -> 'handle' ->> 'handle'), '@') = any(?))
                order by id limit ? for update)""";

    private static final String CLAIM_COMPLAINTS = """
            update complaint set customer_id = ? where ticket_id in (
                select ticket_id from complaint
                where customer_id is null and (contact_email = any(?) or contact ->> 'phone' = any(?)
                    or ltrim(lower(contact -> 'handle' ->> 'handle'), '@') = any(?))
                order by ticket_id limit ? for update)""";

    private static final String ERASE_VOICES = """
            update improvement_voice set contact = '{}', contact_email = null, contact_phone = null,
                person = 'voice ' || id, state = case when state = 'TOLD' then state else 'ERASED' end, erased_at = ?
            where id in (
                select id from improvement_voice
                where erased_at is null and (customer_id = any(?) or customer_origin_id = any(?))
                order by id limit ? for update)""";

    private static final String ERASE_COMPLAINTS = """
            update complaint set contact = '{}', contact_email = null, erased_at = ?
            where ticket_id in (
                select ticket_id from complaint
                where erased_at is null and (customer_id = any(?) or customer_origin_id = any(?))
                order by ticket_id limit ? for update)""";

    private static final String RELATED = """
            select id from improvement_voice where customer_id = any(?) or customer_origin_id = any(?)
            union all
            select ticket_id from complaint where customer_id = any(?) or customer_origin_id = any(?)""";

    private final Sql sql;
    private final Successions successions;
    private final Clock clock;

    VoiceEraser(Sql sql, Successions successions, Clock clock) {
        this.sql = sql;
        this.successions = successions;
        this.clock = clock;
    }

    @Override
    public ErasureOutcome erase(ErasureRequest request) {
        UUID[] subjects = QuarkusTransaction.requiringNew().call(() -> subjects(request));
        String[] contacts = request.contacts().stream()
                .map(contact -> contact.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        UUID owner = request.subjectId();
        for (String claim : List.of(CLAIM_VOICES, CLAIM_COMPLAINTS)) {
            sliceBySlice(() -> sql.execute(claim, owner, contacts, contacts, contacts, ROWS_AT_ONCE));
        }
        long voices = sliceBySlice(() -> erase(ERASE_VOICES, subjects));
        long complaints = sliceBySlice(() -> erase(ERASE_COMPLAINTS, subjects));
        return new ErasureOutcome(
                Map.of("improvement-voices", voices, "complaints", complaints),
                QuarkusTransaction.requiringNew().call(() -> related(subjects)));
    }

    private int erase(String statement, UUID[] subjects) {
        Instant now = clock.instant();
        return sql.execute(statement, now, subjects, subjects, ROWS_AT_ONCE);
    }

    private UUID[] subjects(ErasureRequest request) {
        return request.subjects().stream()
                .flatMap(subject -> successions.kin(subject).stream())
                .distinct()
                .toArray(UUID[]::new);
    }

    private Set<UUID> related(UUID[] subjects) {
        return new HashSet<>(
                sql.list(RELATED, row -> row.getObject(1, UUID.class), subjects, subjects, subjects, subjects));
    }

    private static long sliceBySlice(IntSupplier slice) {
        long all = 0;
        int done;
        do {
            done = QuarkusTransaction.requiringNew().call(slice::getAsInt);
            all += done;
        } while (done == ROWS_AT_ONCE);
        return all;
    }
}
