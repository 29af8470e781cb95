package helpdesk.feedback.survey;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a survey stands. Published ones never change; retired ones are no longer sent. */
public enum SurveyState {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("retired")
    RETIRED
}
