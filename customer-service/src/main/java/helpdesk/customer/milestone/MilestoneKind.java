package helpdesk.customer.milestone;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What day it is. */
enum MilestoneKind {
    @JsonProperty("birthday")
    BIRTHDAY,
    /** Since when somebody is a customer. */
    @JsonProperty("anniversary")
    ANNIVERSARY,
    /** Any other. */
    @JsonProperty("day")
    DAY
}
