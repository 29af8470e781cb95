package helpdesk.notification.mailbox;

import helpdesk.notification.NotificationProblem;
import helpdesk.notification.mailbox.mime.MailAddress;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Reads mails. Who serves customers sees what is part of a ticket; all the rest is for those who run the place. */
@ApplicationScoped
@Transactional
class MailQuery {

    private static final String COLUMNS = """
            select id, state, reason, message_id, from_name, from_address, reply_to, to_addresses, cc_addresses, subject, sent_at,
                language, size, no_reply, ticket_id, ticket_number, threaded_by, received_at, version from mail""";

    private final MailRepository mails;
    private final MailFiles files;
    private final CurrentActor actor;
    private final Cursors cursors;
    private final Sql sql;

    MailQuery(MailRepository mails, MailFiles files, CurrentActor actor, Cursors cursors, Sql sql) {
        this.mails = mails;
        this.files = files;
        this.actor = actor;
        this.cursors = cursors;
        this.sql = sql;
    }

    /**
     * One mail.
     *
     * @throws helpdesk.platform.problem.Problem {@code mail-not-found}
     */
    MailView read(UUID id) {
        return MailView.of(visible(id), files.of(id));
    }

    /**
     * The same, whoever asks: who has sent it may see what was made of it.
     *
     * @throws helpdesk.platform.problem.Problem {@code mail-erased}
     */
    MailView sent(UUID id) {
        Mail mail = mails.findByIdOptional(id)
                .orElseThrow(() -> NotificationProblem.MAIL_ERASED.problem(
                        "It came before, and was erased since. It is not taken again."));
        return MailView.of(mail, files.of(id));
    }

    /**
     * One of the files that came with a mail.
     *
     * @throws helpdesk.platform.problem.Problem {@code mail-not-found}, {@code mail-attachment-not-found}
     */
    MailAttachmentView file(UUID id, int number) {
        visible(id);
        return files.of(id).stream()
                .filter(file -> file.number() == number)
                .findFirst()
                .orElseThrow(() -> NotificationProblem.MAIL_ATTACHMENT_NOT_FOUND.problem(
                        "The mail has no file with this number. See its attachments."));
    }

    /** The newest first, without what they say. */
    Page<MailView> list(MailFilter wanted, PageRequest page) {
        MailFilter filter =
                new MailFilter(wanted.states(), wanted.ticketId(), wanted.from(), wanted.ofTickets() || !seesAll());
        String list = "mails " + filter;
        List<String> after = cursors.open(page.after(), list);
        List<String> conditions = new ArrayList<>(List.of("true"));
        List<Object> values = new ArrayList<>();
        if (!filter.states().isEmpty()) {
            conditions.add("state = any(?)");
            values.add(filter.states().stream().map(Enum::name).toArray(String[]::new));
        }
        if (filter.ticketId() != null) {
            conditions.add("ticket_id = ?");
            values.add(filter.ticketId());
        }
        if (filter.from() != null) {
            conditions.add("from_address = ?");
            values.add(filter.from());
        }
        if (filter.ofTickets()) {
            conditions.add("ticket_id is not null");
        }
        if (!after.isEmpty()) {
            conditions.add("id < ?");
            values.add(UUID.fromString(after.getFirst()));
        }
        values.add(page.limitPlusOne());
        List<MailView> found = sql.search(
                COLUMNS + " where " + String.join(" and ", conditions) + " order by id desc limit ?",
                MailQuery::row,
                values.toArray());
        return Page.of(
                found,
                page.limit(),
                mail -> mail,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    static RuntimeException unknown() {
        return NotificationProblem.MAIL_NOT_FOUND.problem(
                "Check the id. Agents see mails that are part of a ticket, supervisors see all.");
    }

    private Mail visible(UUID id) {
        return mails.findByIdOptional(id)
                .filter(mail -> mail.ticketId() != null || seesAll())
                .orElseThrow(MailQuery::unknown);
    }

    private boolean seesAll() {
        return actor.has(Roles.ADMIN) || actor.has(Roles.SUPERVISOR);
    }

    private static MailView row(ResultSet row) throws SQLException {
        String from = row.getString("from_address");
        String threadedBy = row.getString("threaded_by");
        return new MailView(
                row.getObject("id", UUID.class),
                MailState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("message_id"),
                from == null ? null : new MailAddress(row.getString("from_name"), from),
                row.getString("reply_to"),
                texts(row.getArray("to_addresses")),
                texts(row.getArray("cc_addresses")),
                row.getString("subject"),
                time(row, "sent_at"),
                row.getString("language"),
                null,
                null,
                row.getLong("size"),
                row.getBoolean("no_reply"),
                row.getObject("ticket_id", UUID.class),
                row.getString("ticket_number"),
                threadedBy == null ? null : ThreadedBy.valueOf(threadedBy.toUpperCase(Locale.ROOT)),
                null,
                null,
                time(row, "received_at"),
                row.getLong("version"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
