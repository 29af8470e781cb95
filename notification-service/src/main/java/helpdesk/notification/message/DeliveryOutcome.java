package helpdesk.notification.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an attempt to deliver ended. */
public enum DeliveryOutcome {
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("failed")
    FAILED,
    /** The server may have taken it: it said nothing any more when it had the whole. */
    @JsonProperty("uncertain")
    UNCERTAIN,
    /** It was taken, and came back later. */
    @JsonProperty("bounced")
    BOUNCED
}
