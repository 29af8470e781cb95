package helpdesk.feedback.campaign;

import helpdesk.feedback.FeedbackProblem;
import helpdesk.feedback.survey.SurveyRepository;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.persistence.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Keeps campaigns. */
@ApplicationScoped
public class CampaignService {

    /** All of a trigger are looked at for each thing that happens. */
    private static final int MOST = 200;

    private static final String NAME_TAKEN = "campaign_name_once";

    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final Patcher patcher;
    private final Clock clock;

    CampaignService(CampaignRepository campaigns, SurveyRepository surveys, Patcher patcher, Clock clock) {
        this.campaigns = campaigns;
        this.surveys = surveys;
        this.patcher = patcher;
        this.clock = clock;
    }

    /**
     * Makes one.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, {@code unknown-survey}, {@code survey-not-published},
     *     {@code campaign-name-taken}, {@code too-many-campaigns}
     */
    @Transactional
    Campaign create(CampaignBody body) {
        if (campaigns.count() >= MOST) {
            throw FeedbackProblem.TOO_MANY_CAMPAIGNS.problem("There are %d. Change one of them instead.", MOST);
        }
        Campaign campaign = new Campaign(Ids.next(), clock.instant());
        write(campaign, body);
        campaigns.persist(campaign);
        flush();
        return campaign;
    }

    /**
     * Changes one. Nothing happens when the patch changes nothing.
     *
     * @throws helpdesk.platform.problem.Problem as {@link #create}, and {@code campaign-not-found}, {@code precondition-failed}
     */
    @Transactional
    Campaign patch(UUID id, IfMatch seen, MergePatch patch) {
        Campaign campaign = campaigns.require(id);
        seen.require(campaign.version());
        CampaignBody former = campaign.body();
        CampaignBody changed = patcher.apply(patch, former);
        if (!changed.equals(former)) {
            write(campaign, changed);
            flush();
        }
        return campaign;
    }

    private void write(Campaign campaign, CampaignBody body) {
        campaign.write(body, series(body.surveyId()), clock.instant());
    }

    private UUID series(UUID survey) {
        if (survey == null) {
            return null;
        }
        UUID series = surveys.findByIdOptional(survey)
                .orElseThrow(() -> FeedbackProblem.UNKNOWN_SURVEY.at(
                        "/surveyId", "There is no survey %s. See GET /api/v1/surveys.", survey))
                .seriesId();
        if (surveys.findPublished(series).isEmpty()) {
            throw FeedbackProblem.SURVEY_NOT_PUBLISHED.at("/surveyId", "Publish the survey first.");
        }
        return series;
    }

    private void flush() {
        try {
            campaigns.flush();
        } catch (ConstraintViolationException e) {
            throw NAME_TAKEN.equals(e.getConstraintName())
                    ? FeedbackProblem.CAMPAIGN_NAME_TAKEN.at("/name", "Another campaign has this name. Choose another.")
                    : e;
        }
    }
}
