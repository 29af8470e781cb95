package helpdesk.gateway.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody did, as it was written down.
 *
 * @param number from 1 on, without gaps
 * @param actor {@code account:<id>}, {@code system:gateway} and so on
 * @param subject what it was done to, written as actors are; may be null
 * @param detail may be null
 * @param address of the client; null where it was nobody's request
 * @param previous the hash of the entry before; zeros for the first
 * @param hash of this one: SHA-256 of the one before and of all that this one says
 */
@Schema(name = "AuditEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
        long number,
        Instant at,
        AuditAction action,
        String actor,
        String subject,
        String detail,
        String address,
        String requestId,
        String previous,
        String hash,
        @JsonIgnore byte[] seal) {

    static final String COLUMNS =
            "number, at, action, actor, subject, detail, address, request_id, previous, hash, seal";

    /** What the first entry has in place of the hash of the one before. */
    static final String NONE = "0".repeat(64);

    static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                AuditAction.of(row.getString("action")).orElseThrow(),
                row.getString("actor"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("address"),
                row.getString("request_id"),
                HexFormat.of().formatHex(row.getBytes("previous")),
                HexFormat.of().formatHex(row.getBytes("hash")),
                row.getBytes("seal"));
    }

    /** The hash that it must have. Each part is preceded by its length, so that no two entries say the same. */
    String expectedHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(previous));
            for (Object part :
                    Arrays.asList(number, at, action.wireName(), actor, subject, detail, address, requestId)) {
                byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
                String length = part == null ? "-;" : bytes.length + ";";
                digest.update(length.getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
