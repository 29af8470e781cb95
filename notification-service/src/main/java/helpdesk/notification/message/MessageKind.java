package helpdesk.notification.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a message is for. */
public enum MessageKind {
    @JsonProperty("acknowledgement")
    ACKNOWLEDGEMENT,
    @JsonProperty("reply")
    REPLY,
    @JsonProperty("survey_invitation")
    SURVEY_INVITATION,
    @JsonProperty("survey_receipt")
    SURVEY_RECEIPT,
    @JsonProperty("callback_confirmation")
    CALLBACK_CONFIRMATION
}
