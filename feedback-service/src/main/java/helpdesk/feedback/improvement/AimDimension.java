package helpdesk.feedback.improvement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose answers an improvement aims at: what was fixed at the invitation. */
public enum AimDimension {
    @JsonProperty("team")
    TEAM("i.team"),
    @JsonProperty("category")
    CATEGORY("i.category"),
    @JsonProperty("channel")
    CHANNEL("i.channel"),
    @JsonProperty("agent")
    AGENT("cast(i.agent_id as text)");

    private final String expression;

    AimDimension(String expression) {
        this.expression = expression;
    }

    /** How the key is read of an invitation {@code i}. */
    String expression() {
        return expression;
    }
}
