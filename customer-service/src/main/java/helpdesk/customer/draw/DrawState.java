package helpdesk.customer.draw;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a draw stands. */
enum DrawState {
    /** Whoever does what it is about takes part. */
    @JsonProperty("open")
    OPEN,
    /** Nobody comes in any more; it is drawn as soon as what happened in time has arrived. */
    @JsonProperty("closed")
    CLOSED,
    @JsonProperty("drawn")
    DRAWN
}
