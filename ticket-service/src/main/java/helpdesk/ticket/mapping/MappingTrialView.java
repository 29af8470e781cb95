package helpdesk.ticket.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.mapping.PathFinding;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What mappings would have done.
 *
 * @param mappings those that the event concerns, by name; the one that was tried in any case
 */
@Schema(name = "TicketMappingTrialResult")
public record MappingTrialView(List<Outcome> mappings) {

    /**
     * What one of them would have done.
     *
     * @param mappingId absent of one that is only thought of
     * @param ticketId the ticket that has the key and is not solved; absent when there is none
     * @param key by what the matter is told from others
     * @param ticket what it would open
     * @param text what it would note, or how it would say that it was solved
     * @param problem why it fails
     * @param found what each of its paths finds
     * @param missing the paths that find nothing
     */
    @Schema(name = "TicketMappingOutcome")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outcome(
            UUID mappingId,
            String name,
            TrialEffect effect,
            UUID ticketId,
            String key,
            PlannedTicket ticket,
            String text,
            Fault problem,
            List<PathFinding> found,
            List<String> missing) {}

    /** Why a mapping fails. */
    @Schema(name = "TicketMappingFault")
    public record Fault(String code, String detail) {}
}
