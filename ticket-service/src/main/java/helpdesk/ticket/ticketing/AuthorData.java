package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who wrote something on a ticket. */
@Schema(name = "Author")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuthorData(Kind kind, UUID id, String name, String title) {

    /** On which side the author stands. */
    @Schema(name = "AuthorKind")
    public enum Kind {
        @JsonProperty("agent")
        AGENT,
        @JsonProperty("customer")
        CUSTOMER,
        @JsonProperty("system")
        SYSTEM
    }
}
