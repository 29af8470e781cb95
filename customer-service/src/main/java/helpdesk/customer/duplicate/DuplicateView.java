package helpdesk.customer.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Two profiles that may be of one person.
 *
 * @param score how likely it is, of 100
 */
@Schema(name = "Duplicate")
public record DuplicateView(
        UUID id, int score, Set<DuplicateReason> reasons, Instant foundAt, List<DuplicateCustomer> customers) {

    static DuplicateView of(Suggestion suggestion, Map<UUID, DuplicateCustomer> customers) {
        return new DuplicateView(
                suggestion.id(),
                suggestion.score(),
                suggestion.reasons(),
                suggestion.foundAt(),
                List.of(customers.get(suggestion.firstId()), customers.get(suggestion.secondId())));
    }
}
