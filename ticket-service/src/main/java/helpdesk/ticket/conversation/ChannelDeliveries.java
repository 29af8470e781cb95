package helpdesk.ticket.conversation;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What became of replies on networks, as those read it who read conversations. */
@ApplicationScoped
class ChannelDeliveries {

    private static final String OF = """
            select comment_id, network, state, reason, coalesce(reported_at, asked_at)
            from channel_delivery where comment_id = any(?)""";

    private final Sql sql;

    ChannelDeliveries(Sql sql) {
        this.sql = sql;
    }

    /** Of those of the comments that go out, by the comment's id. Without any of these it asks nobody. */
    Map<UUID, ChannelDelivery> of(Collection<TicketComment> comments) {
        UUID[] out = comments.stream()
                .filter(TicketComment::goesOut)
                .map(TicketComment::id)
                .toArray(UUID[]::new);
        Map<UUID, ChannelDelivery> found = new HashMap<>();
        if (out.length > 0) {
            sql.list(
                    OF,
                    row -> found.put(
                            row.getObject(1, UUID.class),
                            new ChannelDelivery(
                                    row.getString(2),
                                    ChannelDeliveryState.valueOf(row.getString(3)),
                                    row.getString(4),
                                    time(row.getObject(5, OffsetDateTime.class)))),
                    (Object) out);
        }
        return found;
    }

    private static Instant time(OffsetDateTime time) {
        return time.toInstant();
    }
}
