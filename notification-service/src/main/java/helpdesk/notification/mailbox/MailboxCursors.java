package helpdesk.notification.mailbox;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Up to where folders on servers were read. */
@ApplicationScoped
class MailboxCursors {

    private static final String ADVANCE = """
            insert into mailbox_cursor as known (mailbox, uid_validity, last_uid, tidied_uid) values (?, ?, ?, 0)
            on conflict (mailbox) do update set
                tidied_uid = case when known.uid_validity = excluded.uid_validity then known.tidied_uid else 0 end,
                last_uid = case when known.uid_validity = excluded.uid_validity
                    then greatest(known.last_uid, excluded.last_uid) else excluded.last_uid end,
                uid_validity = excluded.uid_validity""";

    private static final String TIDIED = """
            update mailbox_cursor set tidied_uid = greatest(tidied_uid, least(last_uid, ?))
            where mailbox = ? and uid_validity = ?""";

    private final Sql sql;

    MailboxCursors(Sql sql) {
        this.sql = sql;
    }

    /**
     * How far it was read.
     *
     * @param lastUid all up to this are here
     * @param tidiedUid of all up to this the server knows it
     */
    record Cursor(long lastUid, long tidiedUid) {}

    /** In the transaction that takes the mail. */
    void advance(MailPlace place) {
        sql.execute(ADVANCE, place.mailbox(), place.uidValidity(), place.uid());
    }

    /** From the beginning when it was never read, or when its numbers mean other mails now. */
    @Transactional
    Cursor read(String mailbox, long uidValidity) {
        Optional<Cursor> known = sql.first(
                "select last_uid, tidied_uid from mailbox_cursor where mailbox = ? and uid_validity = ?",
                row -> new Cursor(row.getLong(1), row.getLong(2)),
                mailbox,
                uidValidity);
        return known.orElse(new Cursor(0, 0));
    }

    /** The server knows that all up to here were read. */
    @Transactional
    void tidied(String mailbox, long uidValidity, long uid) {
        sql.execute(TIDIED, uid, mailbox, uidValidity);
    }
}
