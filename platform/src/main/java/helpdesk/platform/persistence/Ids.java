package helpdesk.platform.persistence;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** New identities. */
public final class Ids {

    private Ids() {}

    /** A UUID v7 (RFC 9562): unique anywhere, and later ones sort after earlier ones of the same process. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
