package helpdesk.feedback.improvement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an improvement is to make better. */
public enum AimMeasure {
    /** The mean score, 1–10. */
    @JsonProperty("score")
    SCORE,
    /** The share of the scores of 8 and more. */
    @JsonProperty("satisfied")
    SATISFIED,
    /** Net promoter score, −100 to 100: the share of 9 and 10 less that of 0 to 6, of questions of the kind {@code nps}. */
    @JsonProperty("nps")
    NPS,
    /** The mean answer to questions of the kind {@code effort}, 1–7; more is easier. */
    @JsonProperty("effort")
    EFFORT
}
