package helpdesk.feedback.response;

import helpdesk.feedback.campaign.Campaign;
import helpdesk.feedback.campaign.CampaignRepository;
import helpdesk.feedback.campaign.CampaignTrigger;
import helpdesk.feedback.campaign.CardLinks;
import helpdesk.feedback.invitation.AnswerVia;
import helpdesk.feedback.invitation.CardInvitations;
import helpdesk.feedback.invitation.Contact;
import helpdesk.feedback.invitation.Invitation;
import helpdesk.feedback.survey.Answer;
import helpdesk.feedback.survey.Survey;
import helpdesk.feedback.survey.SurveyRepository;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks whoever finds a card (practice 27). Who it is nobody knows, unless they say how to reach them. */
@ApplicationScoped
public class CardService {

    private final CardLinks links;
    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final CardInvitations invitations;
    private final ResponseService responses;
    private final Causation causation;

    CardService(
            CardLinks links,
            CampaignRepository campaigns,
            SurveyRepository surveys,
            CardInvitations invitations,
            ResponseService responses,
            Causation causation) {
        this.links = links;
        this.campaigns = campaigns;
        this.surveys = surveys;
        this.invitations = invitations;
        this.responses = responses;
        this.causation = causation;
    }

    /**
     * What the card asks.
     *
     * @throws helpdesk.platform.problem.Problem {@code not-found}, {@code survey-withdrawn} when the campaign is over
     */
    @Transactional
    public Survey ask(String token) {
        return survey(campaign(token));
    }

    /**
     * Takes the answers of somebody who found the card.
     *
     * @param contact how to reach them, if they say so
     * @param language wanted, or null
     * @param once what the sender made up for this answer, so that what is sent twice counts once; or null
     */
    @Transactional
    public CardReceipt answer(
            String token, List<Answer> answers, Contact contact, String language, AnswerVia via, UUID once) {
        Campaign campaign = campaign(token);
        Survey survey = survey(campaign);
        Optional<Invitation> former = invitations.find(campaign, once);
        if (former.isPresent()) {
            return new CardReceipt(responses.receipt(former.get()), invitations.link(former.get()));
        }
        String spoken = survey.speak(language);
        Invitation invitation = invitations.open(campaign, once, survey, contact, spoken);
        causation.actAs(Actor.customer(invitation.id().toString()));
        Receipt receipt = responses.take(invitation, answers, spoken, via);
        return new CardReceipt(receipt, invitations.link(invitation));
    }

    private Campaign campaign(String token) {
        return campaigns
                .findByIdOptional(links.open(token))
                .filter(campaign -> campaign.on() == CampaignTrigger.CARD)
                .filter(Campaign::isActive)
                .orElseThrow(() ->
                        PlatformProblem.LINK_EXPIRED.problem("This card is no longer in use. Thank you all the same."));
    }

    private Survey survey(Campaign campaign) {
        return surveys.current(campaign.surveyId()).orElseThrow();
    }
}
