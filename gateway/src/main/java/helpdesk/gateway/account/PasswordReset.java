package helpdesk.gateway.account;

import java.time.Instant;

/**
 * A link by which somebody chooses a new password.
 *
 * @param link good once; whoever has it can take the account over
 */
public record PasswordReset(String link, Instant expiresAt) {

    /** Without the link, so that no log can show it. */
    @Override
    public String toString() {
        return "PasswordReset[expiresAt=" + expiresAt + "]";
    }
}
