package helpdesk.customer.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A place in a timeline: the entry behind which the next page begins. */
record TimelinePlace(Instant at, UUID id) {

    static TimelinePlace of(TimelineEntry entry) {
        return new TimelinePlace(entry.happening().at(), entry.id());
    }

    /** Reads what {@link #values()} wrote; empty for the beginning. */
    static Optional<TimelinePlace> read(List<String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimelinePlace(Instant.parse(values.get(0)), UUID.fromString(values.get(1))));
    }

    List<String> values() {
        return List.of(at.toString(), id.toString());
    }
}
