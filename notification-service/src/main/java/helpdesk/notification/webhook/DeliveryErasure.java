package helpdesk.notification.webhook;

import helpdesk.notification.customers.Person;
import helpdesk.platform.erasure.WholeWord;
import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Forgets what webhooks were told, or were to be told, about somebody. */
@ApplicationScoped
public class DeliveryErasure {

    private static final int ROWS_AT_ONCE = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    /** Whatever names anybody who is forgotten, or something of theirs: what was under way in a former round is found too. */
    private static final String ERASE = """
            with slice as (
                select id, type, lower(payload) as payload from webhook_delivery where id > ? order by id limit ?),
            gone as (
                delete from webhook_delivery using slice
                where webhook_delivery.id = slice.id and slice.type <> all(?) and (
                    slice.payload ~ any(?)
                    or exists (
                        select 1
                        from regexp_matches(slice.payload,
                            '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') as found (ids)
                        join erased_subject on erased_subject.id = cast(found.ids[1] as uuid)))
                returning webhook_delivery.id)
            select (select id from slice order by id desc limit 1), (select count(*) from gone)""";

    private final Sql sql;

    DeliveryErasure(Sql sql) {
        this.sql = sql;
    }

    /** Called without a transaction, when all ids of the person and of what is theirs are known as erased; tells how many. */
    public long erase(Person person) {
        String[] mentions = person.contacts().stream()
                .filter(contact -> contact.startsWith("+") || contact.contains("@"))
                .map(WholeWord::pattern)
                .toArray(String[]::new);
        String[] told = ErasedEvents.TOLD.toArray(String[]::new);
        long erased = 0;
        UUID last = BEFORE_ALL;
        while (last != null) {
            UUID from = last;
            Slice slice = QuarkusTransaction.requiringNew().call(() -> sql.first(
                            ERASE,
                            row -> new Slice(row.getObject(1, UUID.class), row.getLong(2)),
                            from,
                            ROWS_AT_ONCE,
                            told,
                            mentions)
                    .orElseThrow());
            erased += slice.erased();
            last = slice.last();
        }
        return erased;
    }

    /** What was looked at; the last is null behind the last of all. */
    private record Slice(UUID last, long erased) {}
}
