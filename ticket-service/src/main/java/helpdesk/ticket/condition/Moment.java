package helpdesk.ticket.condition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** From when on a condition counts time. */
public enum Moment {
    /** The ticket was opened. */
    @JsonProperty("opened")
    OPENED,
    /** It got the status that it has. */
    @JsonProperty("status")
    STATUS,
    /** Somebody, or a rule, last changed or said something. */
    @JsonProperty("updated")
    UPDATED
}
