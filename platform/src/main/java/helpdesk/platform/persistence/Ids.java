package helpdesk.platform.persistence;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** New identities. */
public final class Ids {

    private Ids() {}

    /** A UUID v7 (RFC 9562): unique anywhere, and later ones sort after earlier ones of the same process. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** The lowest id that can have been made in this millisecond: what is older sorts before it. */
    public static UUID firstAt(Instant time) {
        long version = 0x7000;
        long variant = 0x8000_0000_0000_0000L;
        return new UUID(Math.max(0, time.toEpochMilli()) << Short.SIZE | version, variant);
    }
}
