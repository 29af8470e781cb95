package helpdesk.feedback.word;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What words in answers are about. */
public enum About {
    /** Why customers answered a question on a scale, or with yes or no, as they did. */
    @JsonProperty("reasons")
    REASONS,
    /** What to improve. */
    @JsonProperty("improvements")
    IMPROVEMENTS,
    /** Who does better. */
    @JsonProperty("competitors")
    COMPETITORS
}
