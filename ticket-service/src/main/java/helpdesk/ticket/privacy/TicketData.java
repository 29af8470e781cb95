package helpdesk.ticket.privacy;

import helpdesk.platform.erasure.PersonalArchive;
import helpdesk.platform.erasure.PersonalData;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** All that tickets tell of a person, with the files. */
@ApplicationScoped
class TicketData implements PersonalData {

    private static final String FILES = """
            select id, name from attachment where ticket_id = any(?) order by ticket_id, id""";

    private final Successions successions;
    private final PersonalTickets tickets;
    private final Sql sql;

    TicketData(Successions successions, PersonalTickets tickets, Sql sql) {
        this.successions = successions;
        this.tickets = tickets;
        this.sql = sql;
    }

    @Override
    public void write(UUID subject, PersonalArchive archive) throws IOException {
        List<UUID> person = successions.kin(subject);
        archive.rows("customers", """
                select id, name, preferred_name, email, phone, language from known_customer where id = any(?)""", person.toArray(UUID[]::new));
        UUID[] theirs = tickets.find(person).toArray(UUID[]::new);
        archive.rows("tickets", """
                select id, 'HD-' || number as number, subject, description, type, channel, status, priority, requester_name,
                    preferred_name, email, phone, handle_network, handle, language, category, tags, custom_fields, external_id,
                    resolution, satisfaction_score, created_at, resolved_at, closed_at
                from ticket where id = any(?) order by created_at, id""", theirs);
        archive.rows("comments", """
                select ticket_id, id, kind, visibility, channel, author_kind, author_name, body, original, call, created_at
                from ticket_comment where ticket_id = any(?) order by ticket_id, id""", theirs);
        archive.rows("files", """
                select ticket_id, id, name, media_type, size, author_name, created_at
                from attachment where ticket_id = any(?) order by ticket_id, id""", theirs);
        archive.rows("mails", """
                select ticket_id, comment_id, files, received_at from ticket_mail where ticket_id = any(?) order by ticket_id, mail_id""", theirs);
        archive.rows("side-conversations", """
                select c.ticket_id, c.id, c.subject, m.by_party, m.body, m.created_at
                from side_conversation c join side_message m on m.side_conversation_id = c.id
                where c.ticket_id = any(?) order by c.ticket_id, c.id, m.id""", theirs);
        archive.rows(
                "plan-steps",
                "select ticket_id, what from plan_step where ticket_id = any(?) order by ticket_id, id",
                theirs);
        archive.rows("channel-conversations", """
                select ticket_id, network, conversation_id, channel, handle, created_at, last_in_at
                from channel_conversation where ticket_id = any(?) order by ticket_id, id""", theirs);
        archive.rows("channel-messages", """
                select ticket_id, comment_id, network, message_id, in_reply_to, sent_at, received_at
                from channel_message where ticket_id = any(?) order by ticket_id, id""", theirs);
        archive.rows("channel-replies", """
                select k.ticket_id, d.comment_id, d.network, d.state, d.network_message_id, d.reason, d.asked_at, d.reported_at
                from channel_delivery d join ticket_comment k on k.id = d.comment_id
                where k.ticket_id = any(?) order by k.ticket_id, d.comment_id""", theirs);
        archive.rows("history", """
                select ticket_id, at, field, from_value, to_value
                from ticket_change where ticket_id = any(?) order by ticket_id, id""", theirs);
        for (TicketFile file : sql.list(
                FILES, row -> new TicketFile(row.getObject(1, UUID.class), row.getString(2)), (Object) theirs)) {
            archive.file("files/" + file.id() + "-" + file.safeName(), new FileParts(sql, file.id()));
        }
    }

    private record TicketFile(UUID id, String name) {

        /** A name that leads nowhere else when the archive is unpacked. */
        String safeName() {
            return name.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        }
    }
}
