package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a clock stands at a moment. */
public enum ClockState {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("paused")
    PAUSED,
    /** Stopped within the promise. */
    @JsonProperty("met")
    MET,
    /** The promise has passed, whether it was stopped later or still runs. */
    @JsonProperty("breached")
    BREACHED
}
