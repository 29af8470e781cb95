package helpdesk.feedback.improvement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a customer would have us improve.
 *
 * @param score 1–10, absent when none was given
 * @param improvementId what took it up, if anything did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Suggestion")
record SuggestionView(
        UUID responseId,
        String text,
        String language,
        UUID ticketId,
        String ticketNumber,
        Integer score,
        UUID improvementId,
        Instant dismissedAt,
        Instant receivedAt) {}
