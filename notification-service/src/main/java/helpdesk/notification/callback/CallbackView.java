package helpdesk.notification.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A callback as the API shows it.
 *
 * @param slotStart the beginning of the booked time, absent as the end while nothing is booked
 * @param status {@code queued} while somebody has taken it on
 * @param claim who has taken it on, absent when nobody has
 * @param dueAt from when on somebody is to call, absent when nobody is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallbackView(
        UUID id,
        UUID customerId,
        String name,
        String phone,
        String group,
        Instant slotStart,
        Instant slotEnd,
        String timeZone,
        String reason,
        UUID ticketId,
        String language,
        CallbackStatus status,
        Instant dueAt,
        ClaimView claim,
        List<AttemptView> attempts,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static CallbackView of(Callback callback, Instant now) {
        List<CallbackAttempt> attempts = callback.attempts();
        return new CallbackView(
                callback.id(),
                callback.customerId(),
                callback.name(),
                callback.phone(),
                callback.group(),
                callback.slotStart(),
                callback.slotEnd(),
                callback.timeZone(),
                callback.reason(),
                callback.ticketId(),
                callback.language(),
                callback.statusAt(now),
                callback.dueAt(),
                callback.claimAt(now).map(ClaimView::of).orElse(null),
                IntStream.range(0, attempts.size())
                        .mapToObj(i -> AttemptView.of(i + 1, attempts.get(i)))
                        .toList(),
                callback.createdAt(),
                callback.updatedAt(),
                callback.version());
    }
}
