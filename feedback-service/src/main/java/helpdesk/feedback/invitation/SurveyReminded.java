package helpdesk.feedback.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** A customer who was invited has not answered yet and is reminded, once. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurveyReminded(@JsonUnwrapped SurveyInvited invitation, Instant remindedAt) implements SurveyEvent {

    static SurveyReminded of(Invitation invitation, String link, Instant now) {
        return new SurveyReminded(SurveyInvited.of(invitation, link), now);
    }

    @Override
    public String eventType() {
        return "org.helpdesk.survey.reminded.v1";
    }
}
