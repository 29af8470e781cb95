package helpdesk.ticket.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a custom field can refer to. */
@Schema(name = "FieldTarget")
public enum FieldTarget {
    @JsonProperty("ticket")
    TICKET,
    @JsonProperty("customer")
    CUSTOMER,
    @JsonProperty("agent")
    AGENT
}
