package helpdesk.notification.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What takes messages. */
public enum Transport {
    /** Our own store, where messages can be read over the API. */
    @JsonProperty("kept")
    KEPT,
    /** The mail server. */
    @JsonProperty("smtp")
    SMTP,
    /** The provider of text messages. */
    @JsonProperty("sms")
    SMS,
    /** The inbox of somebody who works here. */
    @JsonProperty("inbox")
    INBOX
}
