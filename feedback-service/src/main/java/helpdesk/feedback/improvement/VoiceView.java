package helpdesk.feedback.improvement;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.feedback.invitation.Contact;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who asked for an improvement.
 *
 * @param improvementId what it goes on in, when it was merged
 * @param toldAt when it was asked that they be told that it is done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Voice")
record VoiceView(
        UUID id,
        UUID improvementId,
        UUID responseId,
        UUID ticketId,
        UUID customerId,
        Contact contact,
        String language,
        VoiceState state,
        Instant addedAt,
        Instant toldAt) {

    static VoiceView of(Voice voice) {
        Asker asker = voice.asker();
        return new VoiceView(
                voice.id(),
                voice.improvementId(),
                asker.responseId(),
                asker.ticketId(),
                asker.customerId(),
                asker.contact(),
                asker.language(),
                voice.state(),
                voice.addedAt(),
                voice.toldAt());
    }
}
