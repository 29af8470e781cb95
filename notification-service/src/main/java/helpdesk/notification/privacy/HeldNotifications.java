package helpdesk.notification.privacy;

import helpdesk.platform.erasure.PersonalArchive;
import helpdesk.platform.erasure.PersonalData;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;

/** Tells what somebody was told, when they wanted to be called and were visited, and what others were told about them. */
@ApplicationScoped
class HeldNotifications implements PersonalData {

    private static final String PROFILES = """
            select id, name, preferred_name, email, phone, language, time_zone, do_not_contact, refused
            from known_customer where id = any(?) order by id""";

    private static final String PREFERENCES = """
            select customer_id, quiet_from, quiet_to, time_zone, updated_at
            from message_preference where customer_id = any(?) order by id""";

    private static final String TICKETS = """
            select id from known_ticket where customer_id = any(?) order by id""";

    /** Their HTML has the same words. */
    private static final String MESSAGES = """
            select m.id, lower(m.kind) as kind, lower(m.channel) as channel, m.recipient as "to", m.language, m.subject,
                regexp_replace(m.body, '(/(?:api/v1/[a-z-]+|a|c|u)/)[A-Za-z0-9._~-]{20,}', '\\1redacted', 'g') as body,
                m.ticket_id, m.customer_id, lower(m.state) as state, m.send_after, m.created_at, m.unsubscribed_at,
                (select jsonb_agg(jsonb_build_object('at', a.at, 'transport', lower(a.transport),
                        'outcome', lower(a.outcome), 'detail', a.detail) order by a.number)
                    from message_attempt a where a.message_id = m.id) as attempts,
                (select jsonb_agg(jsonb_build_object('name', f.name, 'contentType', f.content_type,
                        'content', encode(f.content, 'base64')) order by f.number)
                    from message_attachment f where f.message_id = m.id) as attachments
            from message m where m.customer_id = any(?) order by m.id""";

    /** Whom they went to, is the others' affair. */
    private static final String MESSAGES_TO_OTHERS = """
            select m.id, lower(m.kind) as kind, m.subject,
                regexp_replace(m.body, '(/(?:api/v1/[a-z-]+|a|c)/)[A-Za-z0-9._~-]{20,}', '\\1redacted', 'g') as body, m.ticket_id, m.created_at
            from message m join known_ticket t on t.id = m.ticket_id
            where t.customer_id = any(?) and m.kind in ('SIDE_CONVERSATION', 'STAFF_NOTICE') order by m.id""";

    private static final String DEAD_RECIPIENTS = """
            select d.recipient, d.status, d.diagnostic, d.since from dead_recipient d
            where d.recipient in (select recipient from message where customer_id = any(?)) order by d.recipient""";

    private static final String UNSUBSCRIBED = """
            select u.recipient, u.purpose, u.at from unsubscribed_address u
            where u.recipient in (select recipient from message where customer_id = any(?)) order by u.recipient, u.purpose""";

    private static final String CALLBACKS = """
            select c.id, c.customer_id, c.ticket_id, c.name, c.phone, c.group_name as "group", c.slot_start, c.slot_end,
                c.time_zone, c.reason, c.language, lower(c.status) as status, c.due_at, c.created_at, c.updated_at,
                (select jsonb_agg(jsonb_build_object('at', a.at, 'outcome', lower(a.outcome), 'note', a.note)
                        order by a.number)
                    from callback_attempt a where a.callback_id = c.id) as attempts
            from callback c where c.customer_id = any(?) order by c.id""";

    private static final String APPOINTMENTS = """
            select v.id, v.customer_id, v.ticket_id, v.name, v.email, v.phone, v.subject, v.notes, v.address_lines, v.postal_code,
                v.city, v.country, v.window_start, v.window_end, v.time_zone, v.language, lower(v.status) as status,
                v.arrived_at, v.left_at, v.end_reason as reason, v.ended_at, v.wish, v.wished_at, v.created_at, v.updated_at,
                (select jsonb_agg(jsonb_build_object('at', m.at, 'fromStart', m.from_start, 'fromEnd', m.from_end,
                        'toStart', m.to_start, 'toEnd', m.to_end, 'reason', m.reason, 'wishOf', lower(m.wish_of)) order by m.number)
                    from appointment_move m where m.appointment_id = v.id) as moves
            from appointment v where v.customer_id = any(?) order by v.id""";
    private static final String CALLBACK_LINKS = """
            select l.id, l.customer_id, l.ticket_id, l.name, l.phone, l.group_name as "group", l.language, l.time_zone,
                l.callback_id, l.created_at, l.expires_at
            from callback_link l where l.customer_id = any(?) order by l.id""";

    private static final String WEBHOOK_DELIVERIES = """
            select d.id, d.type, lower(d.state) as state, d.created_at, d.finished_at, cast(d.payload as jsonb) as payload
            from webhook_delivery d
            where exists (select 1 from unnest(?) as person (id) where strpos(d.payload, cast(person.id as text)) > 0)
            order by d.id""";

    private static final String MAILS = """
            with person (id) as (select unnest(?))
            select m.id, lower(m.state) as state, m.from_name, m.from_address as "from", m.reply_to, m.to_addresses as "to",
                m.cc_addresses as cc, m.subject, m.sent_at, m.body as text, m.ticket_id, m.bounced_recipient, m.received_at,
                (select jsonb_agg(jsonb_build_object('name', a.name, 'type', a.content_type, 'size', a.size) order by a.number)
                    from mail_attachment a where a.mail_id = m.id) as attachments
            from mail m
            where m.id in (
                select id from mail
                where from_address in (select c.email from known_customer c join person p on p.id = c.id)
                union select id from mail where reply_to in (select c.email from known_customer c join person p on p.id = c.id)
                union select mail.id from mail join known_ticket t on t.id = mail.ticket_id join person p on p.id = t.customer_id)
            order by m.id""";

    private final Successions successions;

    HeldNotifications(Successions successions) {
        this.successions = successions;
    }

    @Override
    public void write(UUID subject, PersonalArchive archive) throws IOException {
        UUID[] ids = successions.kin(subject).toArray(UUID[]::new);
        archive.rows("profiles", PROFILES, ids);
        archive.rows("message-preferences", PREFERENCES, ids);
        archive.rows("tickets", TICKETS, ids);
        archive.rows("messages", MESSAGES, ids);
        archive.rows("messages-to-others", MESSAGES_TO_OTHERS, ids);
        archive.rows("mails", MAILS, ids);
        archive.rows("dead-recipients", DEAD_RECIPIENTS, ids);
        archive.rows("unsubscribed-addresses", UNSUBSCRIBED, ids);
        archive.rows("callbacks", CALLBACKS, ids);
        archive.rows("appointments", APPOINTMENTS, ids);
        archive.rows("callback-links", CALLBACK_LINKS, ids);
        archive.rows("webhook-deliveries", WEBHOOK_DELIVERIES, ids);
    }
}
