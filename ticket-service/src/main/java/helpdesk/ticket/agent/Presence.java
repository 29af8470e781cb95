package helpdesk.ticket.agent;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether somebody can take work right now. */
public enum Presence {
    @JsonProperty("online")
    ONLINE,
    @JsonProperty("away")
    AWAY,
    @JsonProperty("offline")
    OFFLINE
}
