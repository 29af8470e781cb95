package helpdesk.customer.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something a customer said of being told things.
 *
 * @param channel absent when it was said of all
 * @param actor who took it down
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ConsentChange")
record ConsentChangeView(
        UUID id,
        Instant at,
        Purpose purpose,
        ContactChannel channel,
        boolean granted,
        String how,
        String proof,
        String actor) {

    static ConsentChangeView read(ResultSet row) throws SQLException {
        String channel = row.getString(4);
        return new ConsentChangeView(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                Purpose.valueOf(row.getString(3)),
                channel == null ? null : ContactChannel.valueOf(channel),
                row.getBoolean(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}
