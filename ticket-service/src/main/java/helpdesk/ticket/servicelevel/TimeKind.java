package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which time counts. */
public enum TimeKind {
    /** The working hours of the policy's calendar. */
    @JsonProperty("business")
    BUSINESS,
    /** Every hour. */
    @JsonProperty("calendar")
    CALENDAR
}
