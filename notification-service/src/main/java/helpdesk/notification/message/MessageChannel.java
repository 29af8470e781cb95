package helpdesk.notification.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a message goes to the customer. */
public enum MessageChannel {
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("sms")
    SMS,
    @JsonProperty("in_app")
    IN_APP;

    /** As events and consents name it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
