package helpdesk.notification.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** What every event of a callback says of it. The phone number is not part of it: whoever calls looks it up. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallbackFacts(
        UUID callbackId,
        UUID customerId,
        UUID ticketId,
        String name,
        String group,
        CallbackStatus status,
        Instant slotStart,
        Instant slotEnd,
        String timeZone,
        Instant requestedAt) {

    static CallbackFacts of(Callback callback) {
        return new CallbackFacts(
                callback.id(),
                callback.customerId(),
                callback.ticketId(),
                callback.name(),
                callback.group(),
                callback.status(),
                callback.slotStart(),
                callback.slotEnd(),
                callback.timeZone(),
                callback.createdAt());
    }
}
