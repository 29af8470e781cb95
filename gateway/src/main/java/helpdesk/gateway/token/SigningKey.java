package helpdesk.gateway.token;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;

/**
 * A key that tokens are signed with.
 *
 * @param privateKey null when it cannot be opened with this installation's secret; it then only verifies
 * @param signsFrom when it takes the place of the one before
 * @param endsAt when the last token of it has expired; null while no other takes its place
 */
record SigningKey(
        String kid, PublicKey publicKey, PrivateKey privateKey, Instant createdAt, Instant signsFrom, Instant endsAt) {

    boolean canSign(Instant now) {
        return privateKey != null && !now.isBefore(signsFrom) && isPublished(now);
    }

    boolean isPublished(Instant now) {
        return endsAt == null || now.isBefore(endsAt);
    }
}
