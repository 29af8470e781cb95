package helpdesk.ticket.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a step of a plan stands. */
public enum StepState {
    @JsonProperty("open")
    OPEN,
    /** Its time has passed, and it is not done. */
    @JsonProperty("late")
    LATE,
    @JsonProperty("done")
    DONE,
    /** The ticket is solved, or goes on in another, and it was not done. */
    @JsonProperty("dropped")
    DROPPED,
    /** It was done after its time. */
    @JsonProperty("done_late")
    DONE_LATE
}
