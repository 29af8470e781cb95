package helpdesk.ticket.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.conversation.ChannelDeliveryState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reply that an adapter was asked to bring to a network, and what came of it.
 *
 * @param ticketId the ticket on which it was written
 * @param overdue whether nothing was reported for longer than it should take
 * @param networkMessageId the id that the network gave it
 * @param reason why it failed
 * @param reportedAt when it was delivered or failed; absent while that is not known
 */
@Schema(name = "ChannelReplyDelivery")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelDeliveryView(
        UUID commentId,
        UUID ticketId,
        String number,
        String network,
        ChannelDeliveryState state,
        boolean overdue,
        String networkMessageId,
        String reason,
        Instant askedAt,
        Instant reportedAt) {

    /** What {@link #read} reads; d is the delivery, k the comment, t its ticket. */
    static final String COLUMNS = """
            d.comment_id, t.id, 'HD-' || t.number, d.network, d.state, d.network_message_id, d.reason, d.asked_at, d.reported_at""";

    /** @param overdueBefore what was asked before this, and not reported yet, is overdue */
    static ChannelDeliveryView read(ResultSet row, Instant overdueBefore) throws SQLException {
        ChannelDeliveryState state = ChannelDeliveryState.valueOf(row.getString(5));
        Instant askedAt = time(row, 8);
        return new ChannelDeliveryView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                state,
                state == ChannelDeliveryState.ASKED && askedAt.isBefore(overdueBefore),
                row.getString(6),
                row.getString(7),
                askedAt,
                time(row, 9));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
