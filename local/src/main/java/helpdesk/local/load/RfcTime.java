package helpdesk.local.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the API tells them. */
final class RfcTime {

    private RfcTime() {}

    /** @param micros since 1970 */
    static String of(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
