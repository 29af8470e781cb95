package helpdesk.notification.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.notification.callback.Callback;
import helpdesk.notification.callback.CallbackStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * A callback as its customer sees it: without what those who call write down.
 *
 * @param slotStart absent as the end while nothing is free
 * @param localStart the start on the customer's clock
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LinkedCallback(
        CallbackStatus status,
        Instant slotStart,
        Instant slotEnd,
        OffsetDateTime localStart,
        OffsetDateTime localEnd,
        String timeZone,
        String name,
        String phone,
        String reason,
        long version) {

    static LinkedCallback of(Callback callback) {
        ZoneId zone = ZoneId.of(callback.timeZone());
        return new LinkedCallback(
                callback.status(),
                callback.slotStart(),
                callback.slotEnd(),
                local(callback.slotStart(), zone),
                local(callback.slotEnd(), zone),
                callback.timeZone(),
                callback.name(),
                callback.phone(),
                callback.reason(),
                callback.version());
    }

    /** Whether we are still to call. */
    boolean isOpen() {
        return status.isOpen();
    }

    private static OffsetDateTime local(Instant at, ZoneId zone) {
        return at == null ? null : at.atZone(zone).toOffsetDateTime();
    }
}
