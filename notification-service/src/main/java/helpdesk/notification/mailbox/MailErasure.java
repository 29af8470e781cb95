package helpdesk.notification.mailbox;

import helpdesk.notification.customers.Person;
import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Forgets mails from somebody, about them, and to them. Their identities stay: no second copy brings them back. */
@ApplicationScoped
public class MailErasure {

    /** Each has up to 25 MiB, twice. */
    private static final int ROWS_AT_ONCE = 50;

    private static final String DELETE =
            "delete from mail where id in (select id from mail where %s limit ? for update) returning id";

    /** Of others' mails that went to them too, what was said stays: it was said by others. */
    private static final String DELETE_RAW = """
            with others as (
                select id from mail where (to_addresses && ? or cc_addresses && ?) limit ? for update),
            gone as (delete from mail_raw where mail_id in (select id from others)),
            theirs as (select cast(? as text[]) as contacts)
            update mail set
                to_addresses = array(
                    select one from unnest(to_addresses) as t (one) where one <> all (cast((select contacts from theirs) as text[]))),
                cc_addresses = array(
                    select one from unnest(cc_addresses) as t (one) where one <> all (cast((select contacts from theirs) as text[]))),
                version = version + 1
            where id in (select id from others)
            returning id""";

    private final Sql sql;

    MailErasure(Sql sql) {
        this.sql = sql;
    }

    /** Called without a transaction; gives the ids of the mails that went. */
    public Set<UUID> erase(Person person) {
        Set<UUID> erased = new HashSet<>();
        String[] contacts = person.contactArray();
        delete("from_address = any(?)", contacts, erased);
        delete("reply_to = any(?)", contacts, erased);
        delete("bounced_recipient = any(?)", contacts, erased);
        delete("ticket_id = any(?)", person.ticketArray(), erased);
        List<UUID> others;
        do {
            others = QuarkusTransaction.requiringNew()
                    .call(() -> sql.list(
                            DELETE_RAW,
                            row -> row.getObject(1, UUID.class),
                            contacts,
                            contacts,
                            ROWS_AT_ONCE,
                            contacts));
        } while (others.size() == ROWS_AT_ONCE);
        return erased;
    }

    private void delete(String condition, Object values, Set<UUID> erased) {
        List<UUID> deleted;
        do {
            deleted = QuarkusTransaction.requiringNew()
                    .call(() -> sql.list(
                            DELETE.formatted(condition), row -> row.getObject(1, UUID.class), values, ROWS_AT_ONCE));
            erased.addAll(deleted);
        } while (deleted.size() == ROWS_AT_ONCE);
    }
}
