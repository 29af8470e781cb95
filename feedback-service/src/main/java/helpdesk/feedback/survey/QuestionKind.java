package helpdesk.feedback.survey;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a question asks for, and so what an answer to it looks like. */
public enum QuestionKind {
    /** A rating from 1 (worst) to 10 (best). */
    @JsonProperty("rating10")
    RATING10,
    /** One to five stars. */
    @JsonProperty("stars5")
    STARS5,
    /** How likely one is to recommend us, from 0 (not at all) to 10 (net promoter score). */
    @JsonProperty("nps")
    NPS,
    /** How much one agrees that we made it easy, from 1 (not at all) to 7 (fully; customer effort score 2.0). */
    @JsonProperty("effort")
    EFFORT,
    /** True or false; the reason goes into the comment. */
    @JsonProperty("yesNo")
    YES_NO,
    /** The value of one of the question's options. */
    @JsonProperty("choice")
    CHOICE,
    /** Free text. */
    @JsonProperty("text")
    TEXT,
    /** Free text: what to improve. */
    @JsonProperty("improvement")
    IMPROVEMENT,
    /** Free text: what others do better. */
    @JsonProperty("competitor")
    COMPETITOR;

    /** Whether the answer is a text of the customer's own. */
    public boolean isText() {
        return switch (this) {
            case TEXT, IMPROVEMENT, COMPETITOR -> true;
            case RATING10, STARS5, NPS, EFFORT, YES_NO, CHOICE -> false;
        };
    }
}
