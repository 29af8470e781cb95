package helpdesk.notification.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an agent's time is, at a time. */
public enum EntryKind {
    @JsonProperty("appointment")
    APPOINTMENT,
    /** Kept for a few minutes for somebody who is just booking it. */
    @JsonProperty("hold")
    HOLD,
    @JsonProperty("absence")
    ABSENCE,
    /** Within the agent's hours, and nothing else. */
    @JsonProperty("free")
    FREE
}
