package helpdesk.ticket.attachment;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who may have a file: everybody on the ticket, or the staff. */
@Schema(name = "FileVisibility")
public enum FileVisibility {
    @JsonProperty("public")
    PUBLIC,
    @JsonProperty("internal")
    INTERNAL
}
