package helpdesk.notification.callback;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a call ended. */
public enum AttemptOutcome {
    @JsonProperty("answered")
    ANSWERED,
    @JsonProperty("no_answer")
    NO_ANSWER,
    @JsonProperty("busy")
    BUSY,
    @JsonProperty("voicemail")
    VOICEMAIL
}
