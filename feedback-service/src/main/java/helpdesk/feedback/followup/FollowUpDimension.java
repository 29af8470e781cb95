package helpdesk.feedback.followup;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By what unhappy answers are grouped. */
public enum FollowUpDimension {
    @JsonProperty("total")
    TOTAL("null"),
    @JsonProperty("agent")
    AGENT("agent_id"),
    @JsonProperty("team")
    TEAM("team"),
    @JsonProperty("category")
    CATEGORY("category"),
    @JsonProperty("channel")
    CHANNEL("channel");

    private final String column;

    FollowUpDimension(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    String nameColumn() {
        return this == AGENT ? "agent_name" : "cast(null as text)";
    }
}
