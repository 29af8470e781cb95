package helpdesk.platform.identity;

import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The tokens in links that customers get: signed, for one object, expiring. A token opens exactly the object it was made
 * for; there is nothing in it to guess or to change. It is 54 characters of the URL-safe alphabet: the object's id, the
 * expiry in seconds, and 128 bits of HMAC-SHA256 over scope, id and expiry.
 */
@ApplicationScoped
public class CustomerLinks {

    private static final int BODY_BYTES = 16 + 8;
    private static final int MAC_BYTES = 16;

    private final SecretKeySpec key;
    private final Clock clock;

    CustomerLinks(SharedSecret secret, Clock clock) {
        this.key = secret.derive("customer-links");
        this.clock = clock;
    }

    /** A token that opens the object in this scope until it expires. */
    public String issue(String scope, UUID object, Instant expiresAt) {
        byte[] body = ByteBuffer.allocate(BODY_BYTES)
                .putLong(object.getMostSignificantBits())
                .putLong(object.getLeastSignificantBits())
                .putLong(expiresAt.getEpochSecond())
                .array();
        byte[] token = ByteBuffer.allocate(BODY_BYTES + MAC_BYTES)
                .put(body)
                .put(sign(scope, body))
                .array();
        return encode(token);
    }

    /**
     * The object that the token opens in this scope.
     *
     * @throws helpdesk.platform.problem.Problem {@code not-found} when the token was not made by us for this scope,
     *     {@code link-expired} when it was but its time is over
     */
    public UUID open(String scope, String token) {
        byte[] bytes = decode(token);
        byte[] body = Arrays.copyOf(bytes, BODY_BYTES);
        byte[] mac = Arrays.copyOfRange(bytes, BODY_BYTES, BODY_BYTES + MAC_BYTES);
        if (!MessageDigest.isEqual(mac, sign(scope, body))) {
            throw unknown();
        }
        ByteBuffer fields = ByteBuffer.wrap(body);
        UUID object = new UUID(fields.getLong(), fields.getLong());
        if (!clock.instant().isBefore(Instant.ofEpochSecond(fields.getLong()))) {
            throw PlatformProblem.LINK_EXPIRED.problem("This link has expired. Ask us for a new one.");
        }
        return object;
    }

    private static String encode(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static byte[] decode(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            // The last character has bits to spare; a token is only what we wrote, to the bit.
            if (bytes.length == BODY_BYTES + MAC_BYTES && encode(bytes).equals(token)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Answered below like every other token that we did not make.
        }
        throw unknown();
    }

    private static RuntimeException unknown() {
        return PlatformProblem.NOT_FOUND.problem("This link is not known. Check that it was copied completely.");
    }

    private byte[] sign(String scope, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(scope.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(body), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
