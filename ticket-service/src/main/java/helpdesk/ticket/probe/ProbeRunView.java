package helpdesk.ticket.probe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import helpdesk.ticket.vocabulary.TicketStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request that a probe opened, and how it fared.
 *
 * @param servedBy who has the ticket; absent when nobody has
 * @param acknowledgedAutomatically absent when it was not acknowledged
 * @param firstReply whether a person answered within the promise; absent when nothing is promised
 */
@Schema(name = "ProbeRun")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProbeRunView(
        UUID ticketId,
        String number,
        TicketStatus status,
        String servedBy,
        Instant openedAt,
        Double acknowledgementSeconds,
        Boolean acknowledgedAutomatically,
        Double firstReplySeconds,
        Kept firstReply,
        Double resolutionSeconds) {

    /** What became of a promise. */
    @Schema(name = "ProbePromise")
    public enum Kept {
        @JsonProperty("kept")
        KEPT,
        @JsonProperty("late")
        LATE,
        @JsonProperty("open")
        OPEN
    }
}
