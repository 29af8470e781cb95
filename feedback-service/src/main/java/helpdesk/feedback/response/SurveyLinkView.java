package helpdesk.feedback.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.feedback.incentive.EarnedReward;
import helpdesk.feedback.invitation.Invitation;
import helpdesk.feedback.invitation.InvitationState;
import helpdesk.feedback.survey.Answer;
import helpdesk.feedback.survey.Option;
import helpdesk.feedback.survey.Question;
import helpdesk.feedback.survey.QuestionCondition;
import helpdesk.feedback.survey.QuestionKind;
import helpdesk.feedback.survey.Survey;
import java.time.Instant;
import java.util.List;

/**
 * What the bearer of a survey link is asked.
 *
 * @param language in which the questions are
 * @param state sent, or answered when nothing is left to do
 * @param draft what was answered so far and kept; absent when nothing was
 * @param answers what was answered; absent until then
 * @param changeableUntil until when other answers are taken; absent until there are some
 * @param rewards what the answer has earned, moments after it; absent while it is nothing
 * @param agentName who served the customer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurveyLinkView(
        AskedSurvey survey,
        String language,
        String ticketNumber,
        String agentName,
        InvitationState state,
        Instant expiresAt,
        List<Answer> draft,
        List<Answer> answers,
        Instant changeableUntil,
        List<EarnedReward> rewards) {

    /** The survey in one language. */
    public record AskedSurvey(String name, List<AskedQuestion> questions) {

        public static AskedSurvey of(Survey survey, String language) {
            return new AskedSurvey(
                    survey.name(),
                    survey.questions().stream()
                            .map(question -> AskedQuestion.of(question, language))
                            .toList());
        }
    }

    /** A question in one language. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AskedQuestion(
            String key,
            QuestionKind kind,
            String text,
            boolean required,
            List<AskedOption> options,
            QuestionCondition askedIf) {

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
                                    .toList(),
                    question.askedIf());
        }
    }

    /** One of the answers to a choice, in one language. */
    public record AskedOption(String value, String text) {

        static AskedOption of(Option option, String language) {
            return new AskedOption(option.value(), option.text().get(language));
        }
    }

    static SurveyLinkView of(Asked asked) {
        Invitation invitation = asked.invitation();
        return new SurveyLinkView(
                AskedSurvey.of(asked.survey(), asked.language()),
                asked.language(),
                invitation.ticketNumber(),
                invitation.circumstances().agentName(),
                invitation.state(),
                invitation.expiresAt(),
                invitation.draftAnswers().isEmpty() ? null : invitation.draftAnswers(),
                asked.response() == null ? null : asked.response().answers(),
                invitation.changeableUntil(),
                asked.rewards().isEmpty() ? null : asked.rewards());
    }
}
