package helpdesk.notification.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * A slot as the API shows it.
 *
 * @param remaining how many callbacks can still be booked in it
 * @param localStart the start on the clock of the time zone that was asked for, else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlotView(Instant start, Instant end, int remaining, OffsetDateTime localStart, OffsetDateTime localEnd) {

    static SlotView of(Slot slot, int remaining) {
        return new SlotView(slot.start(), slot.end(), remaining, null, null);
    }

    SlotView in(ZoneId zone) {
        return new SlotView(
                start,
                end,
                remaining,
                start.atZone(zone).toOffsetDateTime(),
                end.atZone(zone).toOffsetDateTime());
    }
}
