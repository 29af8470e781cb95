package helpdesk.ticket.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a ticket is about. */
public enum TicketType {
    @JsonProperty("question")
    QUESTION,
    @JsonProperty("request")
    REQUEST,
    @JsonProperty("complaint")
    COMPLAINT,
    @JsonProperty("incident")
    INCIDENT;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
