package helpdesk.notification.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an attempt to deliver ended. */
public enum DeliveryOutcome {
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("failed")
    FAILED
}
