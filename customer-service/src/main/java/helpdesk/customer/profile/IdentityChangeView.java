package helpdesk.customer.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that became of an identity.
 *
 * @param otherCustomerId where it came from, or went to
 * @param actor who did it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IdentityChange")
record IdentityChangeView(
        UUID id,
        Instant at,
        IdentityChange what,
        String kind,
        String network,
        String value,
        UUID otherCustomerId,
        String actor,
        String reason) {

    static IdentityChangeView read(ResultSet row) throws SQLException {
        String network = row.getString(5);
        return new IdentityChangeView(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                IdentityChange.valueOf(row.getString(3)),
                row.getString(4),
                network.isEmpty() ? null : network,
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getString(9));
    }
}
