package helpdesk.feedback.invitation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why somebody is not asked after all. */
public enum DropReason {
    /** The customer was asked not long ago. */
    @JsonProperty("quiet-period")
    QUIET_PERIOD,
    /** The ticket was opened again, so it is too early to ask. */
    @JsonProperty("reopened")
    REOPENED,
    /** The customer wants to be forgotten. */
    @JsonProperty("erased")
    ERASED,
    /** The customer does not want to be asked. */
    @JsonProperty("refused")
    REFUSED
}
