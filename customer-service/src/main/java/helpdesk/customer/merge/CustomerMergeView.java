package helpdesk.customer.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A merge.
 *
 * @param customerId the profile that goes on
 * @param duplicateId the profile that goes on in it
 * @param undoableUntil until when it can be taken back
 * @param undoneAt when it was taken back; absent as long as it holds
 */
@Schema(name = "CustomerMerge")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerMergeView(
        UUID id,
        UUID customerId,
        UUID duplicateId,
        String reason,
        String actor,
        Instant mergedAt,
        Instant undoableUntil,
        Instant undoneAt,
        String undoneBy,
        long version) {

    static CustomerMergeView of(CustomerMerge merge) {
        return new CustomerMergeView(
                merge.id(),
                merge.survivorId(),
                merge.duplicateId(),
                merge.reason(),
                merge.actor(),
                merge.mergedAt(),
                merge.undoableUntil(),
                merge.undoneAt(),
                merge.undoneBy(),
                merge.version());
    }
}
