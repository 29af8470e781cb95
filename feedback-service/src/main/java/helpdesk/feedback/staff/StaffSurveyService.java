package helpdesk.feedback.staff;

import helpdesk.feedback.FeedbackProblem;
import helpdesk.feedback.campaign.Campaign;
import helpdesk.feedback.campaign.CampaignRepository;
import helpdesk.feedback.campaign.CampaignTrigger;
import helpdesk.feedback.response.SurveyLinkView.AskedSurvey;
import helpdesk.feedback.survey.Answer;
import helpdesk.feedback.survey.Survey;
import helpdesk.feedback.survey.SurveyRepository;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Asks staff, who are treated as customers are (practice 33): shortly, and so that nobody can be found out. */
@ApplicationScoped
public class StaffSurveyService {

    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final StaffAnswers answers;
    private final CurrentActor actor;

    StaffSurveyService(
            CampaignRepository campaigns, SurveyRepository surveys, StaffAnswers answers, CurrentActor actor) {
        this.campaigns = campaigns;
        this.surveys = surveys;
        this.answers = answers;
        this.actor = actor;
    }

    /** What whoever asks is asked. */
    @Transactional
    List<StaffSurveyView> list(String language) {
        List<Campaign> running = campaigns.active(CampaignTrigger.STAFF);
        Set<UUID> answered = answers.answered(running.stream().map(Campaign::id).toList(), account());
        return running.stream()
                .map(campaign -> {
                    Survey survey = survey(campaign);
                    String spoken = survey.speak(language);
                    return new StaffSurveyView(
                            campaign.id(),
                            campaign.name(),
                            AskedSurvey.of(survey, spoken),
                            spoken,
                            answered.contains(campaign.id()));
                })
                .toList();
    }

    /**
     * Takes answers, once of each.
     *
     * @throws helpdesk.platform.problem.Problem {@code campaign-not-found}, also of one that is over; {@code already-answered};
     *     {@code invalid-request} with pointers
     */
    @Transactional
    void answer(UUID id, List<Answer> given) {
        Campaign campaign = require(id);
        if (!campaign.isActive()) {
            throw unknown(id);
        }
        Survey survey = survey(campaign);
        survey.requireFitting(given);
        if (!answers.store(id, survey.id(), account(), given)) {
            throw FeedbackProblem.ALREADY_ANSWERED.problem(
                    "You have answered this one. Thank you; nothing is left to do.");
        }
    }

    /**
     * What came out, when it is over.
     *
     * @param by the key of a choice, by whose answers to group; null for all together
     * @throws helpdesk.platform.problem.Problem {@code campaign-not-found}, {@code campaign-running}, {@code invalid-parameter}
     */
    @Transactional
    StaffResults results(UUID id, String by) {
        Campaign campaign = require(id);
        if (campaign.isActive()) {
            throw FeedbackProblem.CAMPAIGN_RUNNING.problem(
                    "Wait until it is over: what changes with one more answer would tell who gave it.");
        }
        return StaffResults.of(survey(campaign).questions(), answers.of(id), by);
    }

    private Campaign require(UUID id) {
        return campaigns
                .findByIdOptional(id)
                .filter(campaign -> campaign.on() == CampaignTrigger.STAFF)
                .orElseThrow(() -> unknown(id));
    }

    private static RuntimeException unknown(UUID id) {
        return FeedbackProblem.CAMPAIGN_NOT_FOUND.problem("Nobody is asked by %s. See GET /api/v1/staff-surveys.", id);
    }

    private Survey survey(Campaign campaign) {
        return surveys.current(campaign.surveyId()).orElseThrow();
    }

    /** A person's: programs with an agent's key could answer as often as they have keys. */
    private String account() {
        UUID account = actor.accountId();
        if (account == null) {
            throw PlatformProblem.FORBIDDEN.problem("Staff surveys are for people. Sign in with your own account.");
        }
        return account.toString();
    }
}
