package helpdesk.notification.message;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The messages that wait for their server. What answers somebody's request goes before what nobody waits for. */
@ApplicationScoped
public class MessageQueue {

    /** How many that are due are looked at, at most, to find whose turn it is. */
    private static final int LOOKED_AT = 200;

    private static final String SMS_LANE = "sms";

    private static final String ADD = """
            insert into queued_message (message_id, transport, lane, urgency, due_at, attempts, tries, doubts)
            select id, transport, lane, urgency, due_at, 0, 0, 0
            from unnest(?, ?, ?, cast(? as smallint[]), cast(? as timestamptz[])) as fresh (id, transport, lane, urgency, due_at)
            on conflict (message_id) do nothing""";

    /** Lanes that are full, by places or by rate, hide nothing behind them. */
    private static final String DUE_LANES = """
            select lane, count(*) from (
                select due.lane from queued_message as due
                where due.transport = ? and due.due_at <= ? and (due.leased_until is null or due.leased_until < now())
                    and due.lane not in (
                        select busy.lane from queued_message as busy
                        where busy.leased_until >= now() group by busy.lane having count(*) >= ?)
                    and not exists (
                        select 1 from delivery_lane where delivery_lane.lane = due.lane
                            and delivery_lane.taken_until > now() + interval '1 second')
                order by due.urgency, due.due_at, due.message_id limit ?) as first
            group by lane order by lane""";

    /** The update locks the lane, so that what two processes count is true together. */
    private static final String LOCK_LANES = """
            insert into delivery_lane as known (lane, taken_until) select lane, now() from unnest(?) as due (lane)
            on conflict (lane) do update set taken_until = greatest(known.taken_until, excluded.taken_until)
            returning lane, extract(epoch from now() + interval '1 second' - taken_until)""";

    private static final String UNDER_WAY = """
            select lane, count(*) from queued_message
            where leased_until >= now() and lane = any(?) group by lane""";

    private static final String CLAIM = """
            update queued_message as queued
            set leased_until = now() + interval '5 minutes', attempts = queued.attempts + 1, tries = queued.tries + 1
            from message
            where message.id = queued.message_id and queued.message_id = any(array(
                select due.message_id
                from unnest(?, cast(? as int[])) as place (lane, free)
                cross join lateral (
                    select message_id from queued_message
                    where transport = ? and lane = place.lane and due_at <= ?
                        and (leased_until is null or leased_until < now())
                    order by urgency, due_at, message_id limit place.free
                    for update skip locked) as due))
            returning message.id, message.kind, message.recipient, message.language, message.subject, message.body, message.html,
                message.ticket_id, queued.transport, queued.lane, queued.attempts, queued.tries, queued.begun_at,
                queued.doubts""";

    private static final String FILES = """
            select message_id, name, content_type, content from message_attachment
            where message_id = any(?) order by message_id, number""";

    private static final String TAKE_RATE = """
            update delivery_lane set taken_until = taken_until + went.count * make_interval(secs => 1.0 / ?)
            from unnest(?, cast(? as int[])) as went (lane, count) where delivery_lane.lane = went.lane""";

    /** Only whoever holds it begins: one whose time ran out does not send what another sends already. */
    private static final String BEGIN = """
            update queued_message set begun_at = ?, leased_until = now() + interval '5 minutes'
            where message_id = ? and attempts = ? and leased_until > now()""";

    private static final String PUT_BACK = """
            update queued_message
            set due_at = ?, leased_until = null, begun_at = null, doubts = doubts + ?
            where message_id = ? and attempts = ?""";

    private final Sql sql;

    MessageQueue(Sql sql) {
        this.sql = sql;
    }

    /** Adds messages, by the transport of each. They are due at once, or when they may go. */
    void add(Map<Message, Transport> messages, Instant now) {
        if (messages.isEmpty()) {
            return;
        }
        List<Message> rows = List.copyOf(messages.keySet());
        sql.execute(
                ADD,
                rows.stream().map(Message::id).toArray(UUID[]::new),
                rows.stream().map(message -> messages.get(message).name()).toArray(String[]::new),
                rows.stream().map(MessageQueue::lane).toArray(String[]::new),
                rows.stream()
                        .map(message -> Integer.toString(message.priority()))
                        .toArray(String[]::new),
                rows.stream()
                        .map(message -> (message.sendAfter() == null ? now : message.sendAfter()).toString())
                        .toArray(String[]::new));
    }

    private static String lane(Message message) {
        return message.channel() == MessageChannel.EMAIL
                ? message.recipient().substring(message.recipient().lastIndexOf('@') + 1)
                : SMS_LANE;
    }

    /**
     * Takes some that are due, each as another attempt. Nobody else takes them for five minutes.
     *
     * @param places how many this process can send now
     */
    public List<ClaimedMessage> claim(Transport transport, int places, QueueLimits limits, Instant now) {
        Map<String, Integer> wanted = new HashMap<>();
        counts(DUE_LANES, wanted, transport.name(), now, limits.connections(), LOOKED_AT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        String[] lanes = wanted.keySet().stream().sorted().toArray(String[]::new);
        Map<String, Integer> free = new HashMap<>();
        sql.list(LOCK_LANES, row -> free.put(row.getString(1), (int) (row.getDouble(2) * limits.rate())), (Object)
                lanes);
        Map<String, Integer> busy = new HashMap<>();
        counts(UNDER_WAY, busy, (Object) lanes);
        List<String> open = new ArrayList<>();
        List<String> room = new ArrayList<>();
        int left = places;
        for (String lane : shuffled(lanes)) {
            int most = Math.min(free.get(lane), limits.connections() - busy.getOrDefault(lane, 0));
            int some = Math.min(Math.min(most, wanted.get(lane)), left);
            if (some > 0) {
                open.add(lane);
                room.add(Integer.toString(some));
                left -= some;
            }
        }
        if (open.isEmpty()) {
            return List.of();
        }
        List<ClaimedMessage> claimed = sql.list(
                CLAIM,
                MessageQueue::read,
                open.toArray(String[]::new),
                room.toArray(String[]::new),
                transport.name(),
                now);
        takeRate(claimed, limits.rate());
        return withFiles(claimed);
    }

    private List<ClaimedMessage> withFiles(List<ClaimedMessage> claimed) {
        Map<UUID, List<MessageAttachment>> files = new HashMap<>();
        sql.list(
                FILES,
                row -> files.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new MessageAttachment(row.getString(2), row.getString(3), row.getBytes(4))),
                (Object) claimed.stream().map(ClaimedMessage::id).toArray(UUID[]::new));
        return claimed.stream()
                .map(message -> message.with(files.getOrDefault(message.id(), List.of())))
                .toList();
    }

    /** In another order each time, so that none is always the last when there are few places. */
    private static List<String> shuffled(String... lanes) {
        List<String> order = new ArrayList<>(List.of(lanes));
        Collections.shuffle(order);
        return order;
    }

    private void takeRate(Collection<ClaimedMessage> claimed, int rate) {
        Map<String, Integer> went = new HashMap<>();
        claimed.forEach(message -> went.merge(message.lane(), 1, Integer::sum));
        List<String> lanes = List.copyOf(went.keySet());
        sql.execute(
                TAKE_RATE,
                rate,
                lanes.toArray(String[]::new),
                lanes.stream().map(lane -> went.get(lane).toString()).toArray(String[]::new));
    }

    /**
     * Writes down, to be committed before the server gets it, that this attempt may end without anybody knowing how.
     *
     * @return whether it is still this attempt's to send
     */
    public boolean begin(ClaimedMessage message, Instant now) {
        return sql.execute(BEGIN, now, message.id(), message.attempts()) == 1;
    }

    /** Has it wait until then; nothing when it is another's by now. */
    boolean putBack(ClaimedMessage message, Instant due, boolean doubtful) {
        return sql.execute(PUT_BACK, due, doubtful ? 1 : 0, message.id(), message.attempts()) == 1;
    }

    /** It does not wait any more; nothing when it is another's by now. */
    boolean end(ClaimedMessage message) {
        return sql.execute(
                        "delete from queued_message where message_id = ? and attempts = ?",
                        message.id(),
                        message.attempts())
                == 1;
    }

    /** It does not wait any more, whoever has it. */
    void end(UUID message) {
        sql.execute("delete from queued_message where message_id = ?", message);
    }

    private void counts(String statement, Map<String, Integer> found, Object... parameters) {
        sql.list(statement, row -> found.put(row.getString(1), row.getInt(2)), parameters);
    }

    private static ClaimedMessage read(ResultSet row) throws SQLException {
        OffsetDateTime begun = row.getObject(13, OffsetDateTime.class);
        return new ClaimedMessage(
                row.getObject(1, UUID.class),
                MessageKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                List.of(),
                row.getObject(8, UUID.class),
                Transport.valueOf(row.getString(9)),
                row.getString(10),
                row.getInt(11),
                row.getInt(12),
                begun == null ? null : begun.toInstant(),
                row.getInt(14));
    }
}
