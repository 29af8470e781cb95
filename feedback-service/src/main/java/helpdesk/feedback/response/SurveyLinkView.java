package helpdesk.feedback.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.feedback.invitation.Invitation;
import helpdesk.feedback.invitation.InvitationState;
import helpdesk.feedback.survey.Option;
import helpdesk.feedback.survey.Question;
import helpdesk.feedback.survey.QuestionKind;
import java.time.Instant;
import java.util.List;

/**
 * What the bearer of a survey link is asked.
 *
 * @param language in which the questions are
 * @param state sent, or answered when nothing is left to do
 * @param agentName who served the customer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurveyLinkView(
        AskedSurvey survey,
        String language,
        String ticketNumber,
        String agentName,
        InvitationState state,
        Instant expiresAt) {

    /** The survey in one language. */
    public record AskedSurvey(String name, List<AskedQuestion> questions) {}

    /** A question in one language. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AskedQuestion(
            String key, QuestionKind kind, String text, boolean required, List<AskedOption> options) {

        static AskedQuestion of(Question question, String language) {
            return new AskedQuestion(
                    question.key(),
                    question.kind(),
                    question.text().get(language),
                    question.required(),
                    question.options() == null
                            ? null
                            : question.options().stream()
                                    .map(option -> AskedOption.of(option, language))
                                    .toList());
        }
    }

    /** One of the answers to a choice, in one language. */
    public record AskedOption(String value, String text) {

        static AskedOption of(Option option, String language) {
            return new AskedOption(option.value(), option.text().get(language));
        }
    }

    static SurveyLinkView of(Invitation invitation, String language) {
        List<AskedQuestion> questions = invitation.survey().questions().stream()
                .map(question -> AskedQuestion.of(question, language))
                .toList();
        return new SurveyLinkView(
                new AskedSurvey(invitation.survey().name(), questions),
                language,
                invitation.solution().ticketNumber(),
                invitation.circumstances().agentName(),
                invitation.state(),
                invitation.expiresAt());
    }
}
