package helpdesk.ticket.relation;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.vocabulary.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A merge.
 *
 * @param formerStatus where the source stood, and stands again when the merge is taken back
 * @param undoableUntil until when it can be taken back
 * @param undoneAt when it was taken back; absent as long as it holds
 */
@Schema(name = "Merge")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MergeView(
        UUID id,
        UUID sourceId,
        UUID targetId,
        TicketStatus formerStatus,
        List<String> addedTags,
        List<UUID> addedFollowerIds,
        String reason,
        String actor,
        Instant mergedAt,
        Instant undoableUntil,
        Instant undoneAt,
        long version) {

    static MergeView of(TicketMerge merge) {
        return new MergeView(
                merge.id(),
                merge.sourceId(),
                merge.targetId(),
                merge.formerStatus(),
                merge.added().tags(),
                merge.added().followers(),
                merge.reason(),
                merge.actor(),
                merge.mergedAt(),
                merge.mergedAt().plus(MergeService.UNDOABLE),
                merge.undoneAt(),
                merge.version());
    }
}
