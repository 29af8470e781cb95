package helpdesk.ticket.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a network stands.
 *
 * @param openConversations those whose ticket, or the one in which it goes on, is not resolved
 * @param lastMessageAt when a customer's message came last
 * @param lastReplyAt when a reply was last handed out; absent when none was
 * @param failedReplies replies that failed; counted to 1,000
 * @param overdueReplies replies of which nothing is known for too long; counted to 1,000
 */
@Schema(name = "ChannelOverview")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelView(
        String network,
        long openConversations,
        Instant lastMessageAt,
        Instant lastReplyAt,
        long failedReplies,
        long overdueReplies) {

    static ChannelView read(ResultSet row) throws SQLException {
        return new ChannelView(
                row.getString(1), row.getLong(2), time(row, 3), time(row, 4), row.getLong(5), row.getLong(6));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
