package helpdesk.platform.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An answer that was given, and to what.
 *
 * @param headers as JSON
 * @param body as it was written; empty when there was none
 */
record KeptAnswer(String method, String path, String requestHash, int status, String headers, String body) {

    static KeptAnswer read(ResultSet row) throws SQLException {
        return new KeptAnswer(
                row.getString("method"),
                row.getString("path"),
                row.getString("request_hash"),
                row.getInt("status"),
                row.getString("headers"),
                row.getString("body"));
    }

    /** Whether it was the answer to this very request. */
    boolean isFor(IdempotentRequest request) {
        return method.equals(request.method()) && path.equals(request.path()) && requestHash.equals(request.bodyHash());
    }
}
