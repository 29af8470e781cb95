package helpdesk.notification.privacy;

import helpdesk.platform.erasure.PersonalArchive;
import helpdesk.platform.erasure.PersonalData;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;

/** Tells what somebody was told, when they wanted to be called, and what others were told about them. */
@ApplicationScoped
class HeldNotifications implements PersonalData {

    private static final String PROFILES = """
            select id, name, preferred_name, email, phone, language, time_zone, do_not_contact, refused
            from known_customer where id = any(?) order by id""";

    private static final String TICKETS = """
            select id from known_ticket where customer_id = any(?) order by id""";

    private static final String MESSAGES = """
            select m.id, lower(m.kind) as kind, lower(m.channel) as channel, m.recipient as "to", m.language, m.subject,
                regexp_replace(m.body, '(/api/v1/[a-z-]+/)[A-Za-z0-9._~-]{20,}', '\\1redacted', 'g') as body,
                m.ticket_id, m.customer_id, lower(m.state) as state, m.created_at, m.unsubscribed_at,
                (select jsonb_agg(jsonb_build_object('at', a.at, 'transport', lower(a.transport),
                        'outcome', lower(a.outcome), 'detail', a.detail) order by a.number)
                    from message_attempt a where a.message_id = m.id) as attempts
            from message m where m.customer_id = any(?) order by m.id""";

    /** Whom they went to, is the others' affair. */
    private static final String MESSAGES_TO_OTHERS = """
            select m.id, lower(m.kind) as kind, m.subject,
                regexp_replace(m.body, '(/api/v1/[a-z-]+/)[A-Za-z0-9._~-]{20,}', '\\1redacted', 'g') as body, m.ticket_id, m.created_at
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

    private static final String WEBHOOK_DELIVERIES = """
            select d.id, d.type, lower(d.state) as state, d.created_at, d.finished_at, cast(d.payload as jsonb) as payload
            from webhook_delivery d
            where exists (select 1 from unnest(?) as person (id) where strpos(d.payload, cast(person.id as text)) > 0)
            order by d.id""";

    private final Successions successions;

    HeldNotifications(Successions successions) {
        this.successions = successions;
    }

    @Override
    public void write(UUID subject, PersonalArchive archive) throws IOException {
        UUID[] ids = successions.kin(subject).toArray(UUID[]::new);
        archive.rows("profiles", PROFILES, ids);
        archive.rows("tickets", TICKETS, ids);
        archive.rows("messages", MESSAGES, ids);
        archive.rows("messages-to-others", MESSAGES_TO_OTHERS, ids);
        archive.rows("dead-recipients", DEAD_RECIPIENTS, ids);
        archive.rows("unsubscribed-addresses", UNSUBSCRIBED, ids);
        archive.rows("callbacks", CALLBACKS, ids);
        archive.rows("webhook-deliveries", WEBHOOK_DELIVERIES, ids);
    }
}
