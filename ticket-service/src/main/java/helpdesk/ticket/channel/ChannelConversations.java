package helpdesk.ticket.channel;

import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where conversations on networks, and the messages that came, are kept. */
@ApplicationScoped
class ChannelConversations {

    private static final String HOLD = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

    private static final String FIND = """
            select c.id, c.ticket_id, m.channel_conversation_id, m.text_sha256
            from (select 1) as one
                left join channel_conversation c on c.network = ? and c.conversation_id = ?
                left join channel_message m on m.network = ? and m.message_id = ?""";

    private static final String ANSWER = """
            select t.id, 'HD-' || t.number, m.comment_id, m.opened
            from channel_message m join ticket t on t.id = m.answered_ticket_id
            where m.network = ? and m.message_id = ?""";

    private static final String ADD = """
            insert into channel_conversation
                (id, network, conversation_id, channel, handle, ticket_id, last_in_at, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String GO_ON =
            "update channel_conversation set ticket_id = ?, last_in_at = greatest(last_in_at, ?) where id = ?";

    private static final String KEEP = """
            insert into channel_message (id, network, message_id, channel_conversation_id, ticket_id, comment_id,
                answered_ticket_id, opened, text_sha256, in_reply_to, sent_at, received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (network, message_id) do nothing""";

    /**
     * The conversation that goes on with the ticket or with one that was merged into it; or else with the nearest of those that it
     * follows up or was split from.
     */
    private static final String OF_TICKET = """
            with recursive merged as (
                select id from ticket where id = ?
                union all
                select t.id from ticket t join merged m on t.merged_into = m.id),
            former (id, step, follows) as (
                select cast(? as uuid), 0, true
                union all
                select f.id, step + 1, former.follows and f.follows
                from former join ticket t on t.id = former.id cross join lateral (
                    select t.follow_up_of, true
                    union all
                    select other_id, false from ticket_link where ticket_id = t.id and kind = 'SPLIT') f (id, follows)
                where f.id is not null and step < 100)
            select c.id, c.network, c.conversation_id, c.channel, own.step > 0 and own.follows
            from (
                select id, 0 as step, true as follows from (select id from merged limit 1000) whole
                union all
                select id, step, follows from former where step > 0) own
                join channel_conversation c on c.ticket_id = own.id
            order by own.step, c.last_in_at desc limit 1""";

    private final Sql sql;

    ChannelConversations(Sql sql) {
        this.sql = sql;
    }

    /** Until the end of the transaction nobody else brings messages of this conversation, even when nobody has yet. */
    void hold(ReceiveMessage message) {
        sql.list(HOLD, row -> true, "channel " + message.network() + '\n' + message.conversationId());
    }

    /** What is known of a message and of its conversation. */
    Known find(ReceiveMessage message) {
        return sql.first(
                        FIND,
                        row -> new Known(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getString(4)),
                        message.network(),
                        message.conversationId(),
                        message.network(),
                        message.messageId())
                .orElseThrow();
    }

    /** The answer that was given to a message. */
    ReceivedMessageView answer(ReceiveMessage message) {
        return sql.first(
                        ANSWER,
                        row -> new ReceivedMessageView(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, UUID.class),
                                row.getBoolean(4)),
                        message.network(),
                        message.messageId())
                .orElseThrow();
    }

    UUID add(ReceiveMessage message, UUID ticket, Instant now) {
        UUID id = Ids.next();
        sql.execute(
                ADD,
                id,
                message.network(),
                message.conversationId(),
                message.channel().name(),
                message.from().handle().strip(),
                ticket,
                now,
                now);
        return id;
    }

    /** A conversation goes on with this ticket; tells whether it is still there. */
    boolean goOn(UUID conversation, UUID ticket, Instant now) {
        return sql.execute(GO_ON, ticket, now, conversation) == 1;
    }

    /** A conversation goes on with this ticket, though nobody wrote in it. */
    void moveTo(UUID conversation, UUID ticket) {
        sql.execute("update channel_conversation set ticket_id = ? where id = ?", ticket, conversation);
    }

    /** Keeps that a message came; tells whether its id was free. */
    boolean keep(ReceiveMessage message, UUID conversation, Place place, String sha256, Instant now) {
        return sql.execute(
                        KEEP,
                        Ids.next(),
                        message.network(),
                        message.messageId(),
                        conversation,
                        place.ticket(),
                        place.comment(),
                        place.answered(),
                        place.opened(),
                        sha256,
                        message.inReplyTo(),
                        message.sentAt(),
                        now)
                == 1;
    }

    /** The conversation in which the customer reads what is answered on this ticket: that in which they wrote last. */
    Optional<Reached> reachedBy(UUID ticket) {
        return sql.first(
                OF_TICKET,
                row -> new Reached(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        NetworkChannel.valueOf(row.getString(4)),
                        row.getBoolean(5)),
                ticket,
                ticket);
    }

    /**
     * What is known.
     *
     * @param conversation null of a new one
     * @param ticket with which the conversation goes on
     * @param formerConversation in which a message with the same id came; null when none did
     * @param formerSha256 of the text of that message
     */
    record Known(UUID conversation, UUID ticket, UUID formerConversation, String formerSha256) {

        boolean hasCome() {
            return formerConversation != null;
        }

        boolean isSame(String sha256) {
            return formerConversation.equals(conversation) && formerSha256.equals(sha256);
        }
    }

    /**
     * Where a message went.
     *
     * @param comment null when it is the description of the ticket
     * @param answered the ticket in which this one goes on
     */
    record Place(UUID ticket, UUID comment, UUID answered, boolean opened) {}

    /**
     * A conversation in which the customer can be answered.
     *
     * @param moves whether it is that of a ticket which the one that was asked for follows up, and goes on with this once it is answered
     */
    record Reached(UUID id, String network, String conversationId, NetworkChannel channel, boolean moves) {}
}
