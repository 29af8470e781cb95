package helpdesk.customer.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a subscription stands. */
enum SubscriptionState {
    @JsonProperty("active")
    ACTIVE,
    /** Its last day has passed. */
    @JsonProperty("ended")
    ENDED,
    /** The customer does not want it any more; it may still be good until its last day. */
    @JsonProperty("cancelled")
    CANCELLED
}
