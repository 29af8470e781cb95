package helpdesk.customer.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.mapping.PathFinding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How mappings would have read an event.
 *
 * @param mappings those that the event concerns, by name, of which the first that reads it has it; the one that was tried in any case
 */
@Schema(name = "CustomerMappingTrialResult")
record CustomerMappingTrialView(List<Outcome> mappings) {

    /**
     * How one of them would have read it.
     *
     * @param mappingId absent of one that is only thought of
     * @param concerned whether the event is one of those that it is for
     * @param customer whom the event is about; absent when it cannot say
     * @param visit absent when it tells of none
     * @param problem why it fails
     * @param found what each of its paths finds
     * @param missing the paths that find nothing
     */
    @Schema(name = "CustomerMappingOutcome")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            UUID mappingId,
            String name,
            boolean concerned,
            Person customer,
            Visit visit,
            String problem,
            List<PathFinding> found,
            List<String> missing) {}

    /**
     * By what somebody would be recognised, and what a new profile would say.
     *
     * @param handle with its network before it
     */
    @Schema(name = "CustomerMappingPerson")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(UUID customerId, String email, String phone, String handle, String name, String preferredName) {}

    /**
     * The visit that would be written down.
     *
     * @param at absent when it is the time of the event
     */
    @Schema(name = "CustomerMappingVisit")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Visit(Instant at, String what) {}
}
