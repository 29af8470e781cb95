package helpdesk.customer.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Two profiles that may be of one person. */
record Suggestion(UUID id, UUID firstId, UUID secondId, int score, Set<DuplicateReason> reasons, Instant foundAt) {

    /** A place in the list. */
    record Place(int score, UUID id) {

        static Optional<Place> read(List<String> values) {
            return values.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Place(Integer.parseInt(values.get(0)), UUID.fromString(values.get(1))));
        }
    }

    List<String> place() {
        return List.of(Integer.toString(score), id.toString());
    }
}
