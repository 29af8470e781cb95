package helpdesk.ticket.relation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a ticket has to do with another. */
@Schema(name = "LinkKind")
public enum LinkKind {
    @JsonProperty("related")
    RELATED,
    /** It asks for the same as the other. */
    @JsonProperty("duplicate")
    DUPLICATE,
    /** It was split from the other. */
    @JsonProperty("split")
    SPLIT
}
