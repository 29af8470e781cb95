package helpdesk.feedback.survey;

import helpdesk.feedback.FeedbackProblem;
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

    /**
     * Opens the next version of a survey.
     *
     * @throws helpdesk.platform.problem.Problem {@code survey-has-draft} when one is open already
     */
    @Transactional
    Survey openVersion(UUID id) {
        Survey survey = surveys.require(id);
        UUID series = survey.seriesId();
        surveys.lockSeries(series);
        if (surveys.hasDraft(series)) {
            throw FeedbackProblem.SURVEY_HAS_DRAFT.problem(
                    "Change or publish the draft. See GET /api/v1/surveys?seriesId=%s.", series);
        }
        Survey next = survey.next(surveys.latestNumber(series) + 1, clock.instant());
        surveys.persistAndFlush(next);
        return next;
    }

    @Transactional
    Survey publish(UUID id, PublicationRequest request) {
        Instant now = clock.instant();
        Survey survey = surveys.require(id);
        surveys.lockSeries(survey.seriesId());
        boolean asDefault = request.replacesDefault() | retireFormer(survey, now);
        if (asDefault) {
            surveys.lockDefault().filter(former -> !former.equals(survey)).ifPresent(former -> {
                former.cedeDefault(now);
                // There is never more than one: the former must be stored before the new one is.
                surveys.flush();
            });
        }
        survey.publish(asDefault, now);
        surveys.flush();
        return survey;
    }

    /** The version before it is sent no more; tells whether that was the default one. */
    private boolean retireFormer(Survey survey, Instant now) {
        if (survey.state() != SurveyState.DRAFT) {
            return false;
        }
        return surveys.findPublished(survey.seriesId())
                .map(former -> {
                    boolean wasDefault = former.isDefault();
                    former.retire(now);
                    // There is never more than one: the former must be stored before the new one is.
                    surveys.flush();
                    return wasDefault;
                })
                .orElse(false);
    }
}
