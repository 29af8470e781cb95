package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom a rule tells something. */
public enum Audience {
    @JsonProperty("requester")
    REQUESTER,
    @JsonProperty("assignee")
    ASSIGNEE,
    @JsonProperty("followers")
    FOLLOWERS,
    /** Agents who name the ticket's group among theirs. */
    @JsonProperty("group")
    GROUP
}
