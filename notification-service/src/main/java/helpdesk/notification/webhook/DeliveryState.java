package helpdesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a delivery to a webhook stands. */
enum DeliveryState {
    /** It is tried, or tried again. */
    @JsonProperty("pending")
    PENDING,

    /** The other system took it. */
    @JsonProperty("delivered")
    DELIVERED,

    /** It was given up; whoever asks for it begins again. */
    @JsonProperty("failed")
    FAILED;
}
