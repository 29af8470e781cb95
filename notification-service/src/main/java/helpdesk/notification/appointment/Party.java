package helpdesk.notification.appointment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One of the two between whom an appointment is. */
public enum Party {
    @JsonProperty("customer")
    CUSTOMER,
    @JsonProperty("us")
    US
}
