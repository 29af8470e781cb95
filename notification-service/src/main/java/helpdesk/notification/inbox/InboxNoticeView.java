package helpdesk.notification.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A notice to who is signed in.
 *
 * @param readAt when it was read first; absent while it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InboxNotice")
record InboxNoticeView(
        UUID id, String subject, String body, String language, UUID ticketId, Instant createdAt, Instant readAt) {

    static final String COLUMNS = "m.id, m.subject, m.body, m.language, m.ticket_id, m.created_at, n.read_at";

    static InboxNoticeView read(ResultSet row) throws SQLException {
        OffsetDateTime readAt = row.getObject(7, OffsetDateTime.class);
        return new InboxNoticeView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
