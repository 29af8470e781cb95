package helpdesk.ticket.sideconversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether something is still being discussed. */
@Schema(name = "SideConversationState")
public enum SideState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("done")
    DONE;

    /** The name on the wire. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
