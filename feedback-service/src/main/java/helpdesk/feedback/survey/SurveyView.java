package helpdesk.feedback.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A survey as those who work here see it.
 *
 * @param seriesId what all versions of the survey have in common: the id of the first
 * @param number which version it is, from 1
 * @param isDefault whether it goes out when a ticket is resolved
 * @param languages the languages that customers can be asked in
 * @param advice what to bear in mind, for example when it is long
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurveyView(
        UUID id,
        UUID seriesId,
        int number,
        String name,
        SurveyState state,
        boolean isDefault,
        String defaultLanguage,
        List<String> languages,
        List<Question> questions,
        Incentive incentive,
        String advice,
        Instant createdAt,
        Instant updatedAt,
        Instant publishedAt,
        long version) {

    static SurveyView of(Survey survey) {
        SurveyContent content = survey.content();
        return new SurveyView(
                survey.id(),
                survey.seriesId(),
                survey.number(),
                content.name(),
                survey.state(),
                survey.isDefault(),
                content.defaultLanguage(),
                List.copyOf(survey.languages()),
                content.questions(),
                content.incentive(),
                survey.advice(),
                survey.createdAt(),
                survey.updatedAt(),
                survey.publishedAt(),
                survey.version());
    }
}
