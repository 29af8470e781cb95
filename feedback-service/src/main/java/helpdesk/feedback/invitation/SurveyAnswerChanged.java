package helpdesk.feedback.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** A customer changed an answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurveyAnswerChanged(@JsonUnwrapped SurveyAnswered answer, Instant changedAt) implements SurveyEvent {

    static SurveyAnswerChanged of(Invitation invitation, AnswerSummary answer, Instant now) {
        return new SurveyAnswerChanged(SurveyAnswered.of(invitation, answer), now);
    }

    @Override
    public String eventType() {
        return "org.helpdesk.survey.answer-changed.v1";
    }
}
