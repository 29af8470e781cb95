package helpdesk.notification.mailbox;

import helpdesk.notification.delivery.MessageIds;
import helpdesk.notification.mailbox.mime.ParsedMail;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the conversation and the ticket that a mail belongs to: by what it answers, else by the number in its subject. Whether its sender may
 * speak there is for those to say who know the ticket.
 */
@ApplicationScoped
class MailThreads {

    private static final Pattern NUMBER = Pattern.compile("(?i)(?<![A-Z0-9-])HD-([1-9][0-9]{0,17})(?![0-9])");

    private static final String SENT =
            "select id, ticket_id from message where id = any(?) and ticket_id is not null and channel = 'EMAIL'";

    private static final String CAME = """
            select message_id, id, thread_id, ticket_id, ticket_number from mail
            where message_id = any(?) and (state = 'RECEIVED' or ticket_id is not null) order by id desc""";

    private final Sql sql;
    private final MessageIds sent;

    MailThreads(Sql sql, MessageIds sent) {
        this.sql = sql;
        this.sent = sent;
    }

    /** The conversation of a mail that just came. */
    MailThread of(UUID mail, ParsedMail parsed) {
        return answered(parsed.answers())
                .or(() -> numbered(mail, parsed.subject()))
                .orElseGet(() -> MailThread.begunBy(mail));
    }

    /** The ticket about which we sent the mail with this id; empty when we did not. */
    Optional<MailThread> ofOurs(String messageId) {
        return messageId == null ? Optional.empty() : answered(List.of(messageId));
    }

    private Optional<MailThread> answered(List<String> ids) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        Object wanted = ids.toArray(String[]::new);
        Map<String, MailThread> known = new HashMap<>();
        tickets(ids)
                .forEach((id, ticket) -> known.put(id, new MailThread(ticket, ticket, null, ThreadedBy.MESSAGE, null)));
        sql.list(
                        CAME,
                        row -> Map.entry(
                                row.getString(1),
                                new MailThread(
                                        row.getObject(3, UUID.class),
                                        row.getObject(4, UUID.class),
                                        row.getString(5),
                                        ThreadedBy.MAIL,
                                        row.getObject(2, UUID.class))),
                        wanted)
                .forEach(came -> known.putIfAbsent(came.getKey(), came.getValue()));
        return ids.stream().filter(known::containsKey).findFirst().map(known::get);
    }

    /** The tickets of those that we sent. Nobody can guess our ids: whoever names one has seen it. */
    private Map<String, UUID> tickets(List<String> ids) {
        Map<String, UUID> tickets = new HashMap<>();
        Map<UUID, String> messages = new HashMap<>();
        for (String id : ids) {
            sent.ticket(id).ifPresent(ticket -> tickets.put(id, ticket));
            sent.message(id).ifPresent(message -> messages.put(message, id));
        }
        if (!messages.isEmpty()) {
            sql.list(SENT, row -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), (Object)
                            messages.keySet().toArray(UUID[]::new))
                    .forEach(message -> tickets.put(messages.get(message.getKey()), message.getValue()));
        }
        return tickets;
    }

    private static Optional<MailThread> numbered(UUID mail, String subject) {
        Matcher number = NUMBER.matcher(subject == null ? "" : subject);
        return number.find()
                ? Optional.of(new MailThread(mail, null, "HD-" + number.group(1), ThreadedBy.NUMBER, null))
                : Optional.empty();
    }
}
