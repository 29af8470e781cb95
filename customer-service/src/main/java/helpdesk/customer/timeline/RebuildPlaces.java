package helpdesk.customer.timeline;

import java.util.List;
import java.util.Optional;

/** How far the log is read. */
record RebuildPlaces(List<RebuildPlace> partitions) {

    Optional<RebuildPlace> next() {
        return partitions.stream().filter(place -> !place.isDone()).findFirst();
    }

    /** How many records are left, as far as offsets tell. */
    long left() {
        return partitions.stream()
                .mapToLong(place -> place.end() - place.next())
                .sum();
    }

    RebuildPlaces with(RebuildPlace changed) {
        return new RebuildPlaces(partitions.stream()
                .map(place -> place.topicPartition().equals(changed.topicPartition()) ? changed : place)
                .toList());
    }
}
