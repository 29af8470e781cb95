package helpdesk.feedback.survey;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Keeps surveys. */
@ApplicationScoped
public class SurveyService {

    private final SurveyRepository surveys;
    private final Patcher patcher;
    private final Clock clock;

    SurveyService(SurveyRepository surveys, Patcher patcher, Clock clock) {
        this.surveys = surveys;
        this.patcher = patcher;
        this.clock = clock;
    }

    @Transactional
    Survey create(SurveyContent content) {
        Survey survey = Survey.draft(content, clock.instant());
        surveys.persistAndFlush(survey);
        return survey;
    }

    @Transactional
    Survey patch(UUID id, IfMatch ifMatch, MergePatch patch) {
        Survey survey = surveys.require(id);
        survey.requireDraft();
        ifMatch.require(survey.version());
        survey.revise(patcher.apply(patch, survey.content()), clock.instant());
        surveys.flush();
        return survey;
    }

    @Transactional
    Survey publish(UUID id, PublicationRequest request) {
        Instant now = clock.instant();
        Survey survey = surveys.require(id);
        if (request.replacesDefault()) {
            surveys.lockDefault().filter(former -> !former.equals(survey)).ifPresent(former -> {
                former.cedeDefault(now);
                // There is never more than one: the former must be stored before the new one is.
                surveys.flush();
            });
        }
        survey.publish(request.replacesDefault(), now);
        surveys.flush();
        return survey;
    }
}
