package helpdesk.feedback.insight;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By what answers are grouped: what was fixed at the invitation, or when it was sent. */
public enum Dimension {
    @JsonProperty("agent")
    AGENT,
    @JsonProperty("team")
    TEAM,
    @JsonProperty("category")
    CATEGORY,
    @JsonProperty("channel")
    CHANNEL,
    @JsonProperty("language")
    LANGUAGE,
    @JsonProperty("survey")
    SURVEY,
    /** The day in UTC, such as 2026-11-02. */
    @JsonProperty("day")
    DAY,
    /** The ISO week in UTC, such as 2026-W45. */
    @JsonProperty("week")
    WEEK,
    /** The month in UTC, such as 2026-11. */
    @JsonProperty("month")
    MONTH,
    /** All together. */
    @JsonProperty("total")
    TOTAL;

    /** Whether its groups are periods, one after the other. */
    boolean isTrend() {
        return switch (this) {
            case DAY, WEEK, MONTH -> true;
            case AGENT, TEAM, CATEGORY, CHANNEL, LANGUAGE, SURVEY, TOTAL -> false;
        };
    }

    /** Whether it is counted apart; the others are made of all that is asked about. */
    boolean isCounted() {
        return switch (this) {
            case AGENT, TEAM, CATEGORY, CHANNEL, LANGUAGE -> true;
            case SURVEY, DAY, WEEK, MONTH, TOTAL -> false;
        };
    }
}
