package helpdesk.notification.mailbox;

import helpdesk.platform.persistence.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The mails. */
@ApplicationScoped
class MailRepository implements PanacheRepositoryBase<Mail, UUID> {

    private static final String CLAIM =
            "insert into taken_mail (identity, mail_id, taken_at) values (?, ?, ?) on conflict do nothing";

    private final Sql sql;

    MailRepository(Sql sql) {
        this.sql = sql;
    }

    /** Whether the mail is taken now; otherwise it was before. Two who take it at once wait for each other. */
    boolean claim(String identity, UUID mail, Instant now) {
        return sql.execute(CLAIM, identity, mail, now) == 1;
    }

    /** Under what it was taken. */
    Optional<UUID> taken(String identity) {
        return sql.first(
                "select mail_id from taken_mail where identity = ?", row -> row.getObject(1, UUID.class), identity);
    }

    /**
     * Whether one with this id, from this sender and of this moment, was taken for what a person wrote. Whoever else asks for the id waits
     * until this transaction ends.
     */
    boolean isTaken(String messageId, String from, Instant sentAt) {
        sql.first("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, messageId);
        return sql.first("""
                        select 1 from mail
                        where message_id = ? and from_address = ? and sent_at is not distinct from ? and state = 'RECEIVED'
                        limit 1""", row -> true, messageId, from, sentAt).isPresent();
    }

    /** How many mails of a sender came since then, counted up to a number. */
    long countFrom(String address, Instant since, int upTo) {
        return sql.first(
                        "select count(*) from (select 1 from mail where from_address = ? and received_at > ? limit ?) counted",
                        row -> row.getLong(1),
                        address,
                        since,
                        upTo)
                .orElse(0L);
    }

    /** Numbers an event about a mail. */
    long nextEventNumber() {
        return sql.first("select nextval('mail_event_number')", row -> row.getLong(1))
                .orElseThrow();
    }

    /** It is part of this ticket. */
    void giveTicket(UUID mail, UUID ticket, String number) {
        sql.execute(
                "update mail set ticket_id = ?, ticket_number = ?, version = version + 1 where id = ?",
                ticket,
                number,
                mail);
    }
}
