package helpdesk.ticket.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.problem.ProblemBody;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each ticket, in the order in which they were named. */
@Schema(name = "TicketBatchResult")
public record BatchResult(List<Item> items) {

    /**
     * What became of one.
     *
     * @param id as it was named
     * @param status as a change of this one alone would have been answered
     * @param version the version that it has now; absent when it was not changed
     */
    @Schema(name = "TicketBatchItemResult")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(String id, int status, UUID ticketId, Long version, ProblemBody problem) {}
}
