package helpdesk.customer.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How customers are told something. */
public enum ContactChannel {
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("sms")
    SMS,
    @JsonProperty("phone")
    PHONE;

    /** As the API and events name it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
