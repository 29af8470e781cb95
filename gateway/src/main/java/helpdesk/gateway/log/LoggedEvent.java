package helpdesk.gateway.log;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import helpdesk.gateway.intake.EventSchema;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event of the log.
 *
 * @param position its place; later ones have higher ones, with gaps
 * @param subject what it is about; may be null
 * @param envelope the CloudEvent in its JSON form
 */
@Schema(implementation = EventSchema.class)
public record LoggedEvent(long position, String type, String subject, String envelope) {

    /** As JSON it is the CloudEvent itself and nothing else. */
    @JsonValue
    @JsonRawValue
    String json() {
        return envelope;
    }
}
