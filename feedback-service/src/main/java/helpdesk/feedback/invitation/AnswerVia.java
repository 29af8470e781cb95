package helpdesk.feedback.invitation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an answer comes. */
public enum AnswerVia {
    /** The customer answered on the page. */
    @JsonProperty("page")
    PAGE,
    /** A program passed on what the customer answered. */
    @JsonProperty("api")
    API,
    /** Somebody here took it down on the phone. */
    @JsonProperty("phone")
    PHONE
}
