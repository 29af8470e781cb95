package helpdesk.feedback.insight;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By what answers are grouped: what was fixed at the invitation. */
public enum Dimension {
    @JsonProperty("agent")
    AGENT("agent_id"),
    @JsonProperty("team")
    TEAM("team"),
    @JsonProperty("category")
    CATEGORY("category"),
    @JsonProperty("channel")
    CHANNEL("channel"),
    @JsonProperty("language")
    LANGUAGE("language");

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    /** The column of the invitation that holds it. */
    String column() {
        return column;
    }
}
