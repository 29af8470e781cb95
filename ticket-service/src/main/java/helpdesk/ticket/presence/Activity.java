package helpdesk.ticket.presence;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody does with a ticket. */
@Schema(name = "PresenceActivity")
public enum Activity {
    @JsonProperty("viewing")
    VIEWING,
    @JsonProperty("writing")
    WRITING,
    /** Nothing any more. */
    @JsonProperty("gone")
    GONE
}
