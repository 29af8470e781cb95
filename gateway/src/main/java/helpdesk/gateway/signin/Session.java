package helpdesk.gateway.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What one sign-in began and has not ended.
 *
 * @param usedAt when it was last refreshed
 * @param expiresAt when it ends whatever happens
 * @param address from which it was begun
 * @param program as it named itself then; may be null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Session(UUID id, Instant createdAt, Instant usedAt, Instant expiresAt, String address, String program) {

    static Session read(ResultSet row) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("used_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("address"),
                row.getString("program"));
    }
}
