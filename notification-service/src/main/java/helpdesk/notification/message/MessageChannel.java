package helpdesk.notification.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a message goes to the customer. */
public enum MessageChannel {
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("sms")
    SMS,
    @JsonProperty("in_app")
    IN_APP
}
