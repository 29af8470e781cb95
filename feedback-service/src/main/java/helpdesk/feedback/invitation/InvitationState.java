package helpdesk.feedback.invitation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an invitation stands: {@code scheduled → sent → answered | expired}, and dropped from the first two. */
public enum InvitationState {
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("sent")
    SENT,
    @JsonProperty("answered")
    ANSWERED,
    @JsonProperty("dropped")
    DROPPED,
    @JsonProperty("expired")
    EXPIRED
}
