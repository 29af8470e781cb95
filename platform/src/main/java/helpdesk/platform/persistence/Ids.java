package helpdesk.platform.persistence;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** New identities. */
public final class Ids {

    private Ids() {}

    /** A UUID v7 (RFC 9562): unique anywhere, and later ones sort after earlier ones of the same process. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /**
     * The id of what happened then and is called so: the same each time, unlike others, and among others in the order of time.
     *
     * @param time before 1970 counts as 1970
     */
    public static UUID of(Instant time, String name) {
        byte[] hash = sha256(name);
        ByteBuffer bits = ByteBuffer.wrap(hash);
        UUID first = firstAt(time);
        return new UUID(
                first.getMostSignificantBits() | bits.getShort() & 0x0fff,
                first.getLeastSignificantBits() | bits.getLong() & 0x3fff_ffff_ffff_ffffL);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The lowest id that can have been made in this millisecond: what is older sorts before it. */
    public static UUID firstAt(Instant time) {
        long version = 0x7000;
        long variant = 0x8000_0000_0000_0000L;
        return new UUID(Math.max(0, time.toEpochMilli()) << Short.SIZE | version, variant);
    }
}
