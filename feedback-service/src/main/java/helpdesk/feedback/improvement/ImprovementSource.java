package helpdesk.feedback.improvement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What led to an improvement. */
public enum ImprovementSource {
    /** What customers answered. */
    @JsonProperty("answer")
    ANSWER,
    /** What complaints have in common. */
    @JsonProperty("cause")
    CAUSE,
    /** Somebody here. */
    @JsonProperty("hand")
    HAND
}
