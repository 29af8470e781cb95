package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** At which of its two moments a clock hands its ticket to the next tier. */
public enum EscalatesAt {
    /** When the team has missed its goal: there is still time to keep the promise. */
    @JsonProperty("goal")
    GOAL,
    /** When the promise has passed. */
    @JsonProperty("promise")
    PROMISE
}
