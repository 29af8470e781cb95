package helpdesk.notification.callback;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By what punctuality is told apart. */
public enum PunctualityDimension {
    /** The group that was to call. */
    @JsonProperty("group")
    GROUP,
    /** Who called last. */
    @JsonProperty("agent")
    AGENT,
    /** The week of the booked time, from Monday on, in UTC. */
    @JsonProperty("week")
    WEEK
}
