package helpdesk.ticket.privacy;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Takes the words out of tickets, table by table; whatever can hold words is here. */
@ApplicationScoped
class ErasedTexts {

    /** By the plural of what it is in receipts. Each takes the ids of tickets once, and counts only what was not erased before. */
    private static final Map<String, String> STATEMENTS = Map.ofEntries(
            Map.entry("tickets", """
            update ticket
            set subject = '[erased]', description = '[erased]', requester_name = '[erased]', preferred_name = null,
                email = null, phone = null, handle_network = null, handle = null, custom_fields = '{}',
                resolution = case when resolution is null then null else '[erased]' end,
                external_source = null, external_id = null, version = version + 1, writable_since = version + 1
            where id = any(?) and (subject, description, requester_name, coalesce(resolution, '[erased]'), custom_fields, preferred_name, email,
                    phone, handle, external_id)
                    is distinct from ('[erased]', '[erased]', '[erased]', '[erased]', '{}'::jsonb, null, null, null, null, null)"""),
            Map.entry("comments", """
            update ticket_comment
            set body = '[erased]', original = null,
                author_name = case when author_kind = 'CUSTOMER' then '[erased]' else author_name end
            where ticket_id = any(?) and (body <> '[erased]' or original is not null
                or author_kind = 'CUSTOMER' and author_name <> '[erased]')"""),
            Map.entry("files", "delete from attachment where ticket_id = any(?)"),
            Map.entry("sideMessages", """
            update side_message
            set body = '[erased]', author_name = case when by_party then '[erased]' else author_name end
            where side_conversation_id in (select id from side_conversation where ticket_id = any(?)) and body <> '[erased]'"""),
            Map.entry("sideConversations", """
            update side_conversation
            set subject = '[erased]', party_name = '[erased]', party_email = '[erased]', state = 'DONE', version = version + 1
            where ticket_id = any(?) and (party_email <> '[erased]' or subject <> '[erased]')"""),
            Map.entry("planSteps", """
            update plan_step set what = '[erased]', version = version + 1 where ticket_id = any(?) and what <> '[erased]'"""),
            Map.entry("mails", """
            update ticket_mail set files = '[]' from (select cast(? as uuid[]) as ids) theirs
            where files <> '[]' and (ticket_id = any(ids)
                or comment_id in (select id from ticket_comment where ticket_id = any(ids)))"""),
            Map.entry("ruleTasks", "delete from rule_task where ticket_id = any(?)"),
            Map.entry(
                    "ruleFirings",
                    "update rule_firing set detail = null where ticket_id = any(?) and detail is not null"),
            Map.entry("merges", """
            update ticket_merge set reason = null, version = version + 1 from (select cast(? as uuid[]) as ids) theirs
            where reason is not null and (source_id = any(ids) or target_id = any(ids))"""),
            // What is in no text anybody wrote stays.
            Map.entry("changes", """
            update ticket_change set from_value = null, to_value = null
            where ticket_id = any(?) and (from_value is not null or to_value is not null)
                and field not in ('status', 'priority', 'type', 'tier', 'group', 'assignee', 'assigneeId', 'category', 'cause',
                    'tags', 'language', 'followerIds', 'problem', 'problemId', 'mergedInto', 'mergedTicket', 'customerId',
                    'acknowledgedAt', 'reopenCount')
                and field not like 'serviceLevel.%'"""));

    /** Of a conversation that another ticket went on with, too. */
    private static final String CHANNELS = """
            with theirs as (select unnest(cast(? as uuid[])) as id)
            delete from channel_conversation where id in (
                select c.id from channel_conversation c join theirs on theirs.id = c.ticket_id
                union
                select m.channel_conversation_id from channel_message m join theirs on theirs.id = m.ticket_id)""";

    /** Also those to somebody else whose ticket was merged into one of these. */
    private static final String REPLIES = """
            delete from channel_delivery using ticket_comment k
            where k.id = channel_delivery.comment_id and k.ticket_id = any(?)""";

    private static final String MESSAGES_OF_THIRD_PARTY = """
            update side_message set body = '[erased]', author_name = '[erased]'
            where by_party and side_conversation_id = any(?)""";

    private static final String THIRD_PARTY = """
            update side_conversation set party_name = '[erased]', party_email = '[erased]', state = 'DONE', version = version + 1
            where id = any(?) returning ticket_id""";

    private final Sql sql;

    ErasedTexts(Sql sql) {
        this.sql = sql;
    }

    /** Of these tickets; how much of what. */
    Map<String, Long> erase(UUID... tickets) {
        Map<String, Long> erased = new TreeMap<>();
        STATEMENTS.forEach((what, statement) -> erased.put(what, (long) sql.execute(statement, (Object) tickets)));
        return erased;
    }

    /** Conversations on networks that were about these tickets, with what is known of their messages, and what became of replies; how many. */
    long channels(UUID... tickets) {
        sql.execute(REPLIES, (Object) tickets);
        return sql.execute(CHANNELS, (Object) tickets);
    }

    /** What was discussed with third parties about these tickets. */
    List<UUID> conversations(UUID... tickets) {
        return sql.list(
                "select id from side_conversation where ticket_id = any(?)",
                row -> row.getObject(1, UUID.class),
                (Object) tickets);
    }

    /** Some of the conversations in which somebody with one of these addresses was asked about tickets. */
    List<UUID> conversationsWith(String[] addresses, int most) {
        return sql.list(
                "select id from side_conversation where party_email = any(?) order by id limit ? for update",
                row -> row.getObject(1, UUID.class),
                addresses,
                most);
    }

    /** Takes the third party out of these conversations, and ends them; their tickets. */
    List<UUID> eraseThirdParty(UUID... conversations) {
        sql.execute(MESSAGES_OF_THIRD_PARTY, (Object) conversations);
        return sql.list(THIRD_PARTY, row -> row.getObject(1, UUID.class), (Object) conversations);
    }
}
