package helpdesk.customer.lapse;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By what it shows that somebody stays away. */
enum LapseSign {
    /** A subscription's last day has passed, and it was not renewed. */
    @JsonProperty("subscription_ended")
    SUBSCRIPTION_ENDED,
    /** A subscription was cancelled. */
    @JsonProperty("subscription_cancelled")
    SUBSCRIPTION_CANCELLED,
    /** No visit came when one was due. */
    @JsonProperty("no_visits")
    NO_VISITS
}
