package helpdesk.gateway.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Whose a token is, and since when, as the token itself says. Whether it is genuine is for those to find out who verify it.
 *
 * @param issuedAt to the millisecond for our own tokens, to the second for others
 */
record IssuedToken(String subject, Instant issuedAt) {

    /** The time in milliseconds; {@code iat} knows whole seconds, in which much can happen. */
    static final String ISSUED_MILLIS = "iat_ms";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a token in compact form; empty when it is none. */
    static Optional<IssuedToken> of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            Instant issuedAt = claims.hasNonNull(ISSUED_MILLIS)
                    ? Instant.ofEpochMilli(claims.get(ISSUED_MILLIS).asLong())
                    : Instant.ofEpochSecond(claims.path("iat").asLong());
            return Optional.of(new IssuedToken(claims.path("sub").asText(), issuedAt));
        } catch (IllegalArgumentException | IOException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
