package helpdesk.ticket.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What sets a rule off. */
public enum RuleKind {
    /** Something happens to a ticket. */
    @JsonProperty("trigger")
    TRIGGER,
    /** Time passes. */
    @JsonProperty("automation")
    AUTOMATION
}
