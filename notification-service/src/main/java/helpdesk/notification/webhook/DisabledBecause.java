package helpdesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why nothing is sent to a webhook. */
enum DisabledBecause {
    /** Somebody wants it so. */
    @JsonProperty("by_hand")
    BY_HAND,

    /** It answered that it is gone for good (status 410). */
    @JsonProperty("gone")
    GONE,

    /** It has taken nothing for days. */
    @JsonProperty("failing")
    FAILING;
}
