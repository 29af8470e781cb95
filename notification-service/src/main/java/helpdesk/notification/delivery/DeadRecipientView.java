package helpdesk.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An address where nothing arrives.
 *
 * @param status what a server said, as an enhanced status code (RFC 3463)
 * @param diagnostic the same in its words, without the address
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeadRecipient")
record DeadRecipientView(
        UUID id,
        String recipient,
        @Schema(examples = "5.1.1") String status,
        String diagnostic,
        Instant since,
        long version) {

    static final String COLUMNS = "id, recipient, status, diagnostic, since, version";

    static DeadRecipientView read(ResultSet row) throws SQLException {
        return new DeadRecipientView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getLong(6));
    }
}
