package helpdesk.customer.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How customers are told something. */
enum ConsentChannel {
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("sms")
    SMS,
    @JsonProperty("phone")
    PHONE
}
