package helpdesk.feedback.improvement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An improvement as people here see it.
 *
 * @param ownerName how the owner is called
 * @param voices how many persons ask for it
 * @param workBeganAt when it first was in progress
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Improvement")
record ImprovementView(
        UUID id,
        String title,
        String description,
        ImprovementSource source,
        String cause,
        UUID ownerId,
        String ownerName,
        ImprovementState state,
        String reason,
        Map<String, String> outcome,
        Aim aim,
        UUID mergedIntoId,
        long voices,
        String createdBy,
        Instant openedAt,
        Instant workBeganAt,
        Instant doneAt,
        Instant updatedAt,
        long version) {

    static ImprovementView of(Improvement improvement, String ownerName, long voices) {
        ImprovementBody written = improvement.writable();
        return new ImprovementView(
                improvement.id(),
                written.title(),
                written.description(),
                improvement.source(),
                improvement.cause(),
                written.ownerId(),
                ownerName,
                written.state(),
                written.reason(),
                written.outcome(),
                written.aim(),
                improvement.mergedIntoId(),
                voices,
                improvement.createdBy(),
                improvement.openedAt(),
                improvement.workBeganAt(),
                improvement.doneAt(),
                improvement.updatedAt(),
                improvement.version());
    }
}
