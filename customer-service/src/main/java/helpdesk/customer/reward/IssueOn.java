package helpdesk.customer.reward;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What customers get coupons for without anybody's doing. */
enum IssueOn {
    /** They answered a survey (practice 28). */
    @JsonProperty("survey.answered")
    SURVEY_ANSWERED,

    /** Their request was resolved: a thank-you, for complaints above all (practices 4, 11). */
    @JsonProperty("ticket.resolved")
    TICKET_RESOLVED,

    /** They came to belong to a segment: loyalty is rewarded (practice 32). */
    @JsonProperty("segment.joined")
    SEGMENT_JOINED
}
