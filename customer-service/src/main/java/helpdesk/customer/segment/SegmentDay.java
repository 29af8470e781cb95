package helpdesk.customer.segment;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How large a segment was at the end of a day (UTC).
 *
 * @param joined how many came on it
 * @param left how many went
 */
@Schema(name = "SegmentDay")
record SegmentDay(LocalDate day, int size, int joined, int left) {

    /** A day on which nobody came or went. */
    static SegmentDay quiet(LocalDate day, int size) {
        return new SegmentDay(day, size, 0, 0);
    }
}
