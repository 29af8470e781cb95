package helpdesk.ticket.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which mails became which tickets and comments. */
@ApplicationScoped
public class TicketMails {

    private static final String COLUMNS =
            "select mail_id, comment_id, files::text, received_at from ticket_mail where ";
    private static final UUID FIRST = new UUID(0, 0);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<MailFile>> FILES = new TypeReference<>() {};

    private final Sql sql;
    private final Cursors cursors;

    TicketMails(Sql sql, Cursors cursors) {
        this.sql = sql;
        this.cursors = cursors;
    }

    /** The ticket that a mail is part of; empty when it is part of none. */
    public Optional<UUID> ticketOf(UUID mail) {
        return sql.first(
                "select ticket_id from ticket_mail where mail_id = ?", row -> row.getObject(1, UUID.class), mail);
    }

    /** Keeps what a mail became, in the transaction at hand. */
    public void keep(UUID ticket, MailPart mail) {
        sql.execute(
                "insert into ticket_mail (mail_id, ticket_id, comment_id, files, received_at) values (?, ?, ?, cast(? as jsonb), ?)",
                mail.mailId(),
                ticket,
                mail.commentId(),
                written(mail.attachments()),
                mail.receivedAt());
    }

    /** The mails that these comments were, by comment. */
    public Map<UUID, MailPart> ofComments(Collection<UUID> comments) {
        return comments.isEmpty()
                ? Map.of()
                : sql
                        .list(COLUMNS + "comment_id = any(?)", TicketMails::part, (Object)
                                comments.toArray(UUID[]::new))
                        .stream()
                        .collect(Collectors.toMap(MailPart::commentId, Function.identity()));
    }

    /** The mails of a ticket, the oldest first. */
    Page<MailPart> page(UUID ticket, PageRequest page) {
        String list = "mails:" + ticket;
        List<String> after = cursors.open(page.after(), list);
        List<MailPart> found = sql.list(
                COLUMNS + "ticket_id = ? and mail_id > ? order by mail_id limit ?",
                TicketMails::part,
                ticket,
                after.isEmpty() ? FIRST : UUID.fromString(after.getFirst()),
                page.limitPlusOne());
        return Page.of(
                found,
                page.limit(),
                mail -> mail,
                last -> cursors.seal(List.of(last.mailId().toString()), list));
    }

    private static MailPart part(ResultSet row) throws SQLException {
        return new MailPart(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                read(row.getString(3)),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    private static String written(List<MailFile> files) {
        try {
            return JSON.writeValueAsString(files);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<MailFile> read(String files) {
        try {
            return JSON.readValue(files, FILES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
