package helpdesk.notification.callback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A place in the list of callbacks, which is in the order of their times. */
record CallbackPlace(Instant listedAt, UUID id) {

    static CallbackPlace of(Callback callback) {
        return new CallbackPlace(callback.listedAt(), callback.id());
    }

    /** The place that {@link #values} tells, or null for the beginning of the list. */
    static CallbackPlace of(List<String> values) {
        return values.isEmpty()
                ? null
                : new CallbackPlace(Instant.parse(values.getFirst()), UUID.fromString(values.getLast()));
    }

    List<String> values() {
        return List.of(listedAt.toString(), id.toString());
    }
}
