package helpdesk.notification.callback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A place in a list of callbacks.
 *
 * @param at the time by which the list is in order: the booked one, or what was promised in a list of those that are due
 */
record CallbackPlace(Instant at, UUID id) {

    static CallbackPlace of(Callback callback, CallbackFilter filter) {
        return new CallbackPlace(filter.due() ? callback.promisedAt() : callback.listedAt(), callback.id());
    }

    /** The place that {@link #values} tells, or null for the beginning of the list. */
    static CallbackPlace of(List<String> values) {
        return values.isEmpty()
                ? null
                : new CallbackPlace(Instant.parse(values.getFirst()), UUID.fromString(values.getLast()));
    }

    List<String> values() {
        return List.of(at.toString(), id.toString());
    }
}
