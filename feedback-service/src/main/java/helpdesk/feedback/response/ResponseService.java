package helpdesk.feedback.response;

import helpdesk.feedback.followup.FollowUps;
import helpdesk.feedback.followup.UnhappyAnswer;
import helpdesk.feedback.incentive.EarnedReward;
import helpdesk.feedback.incentive.EarnedRewards;
import helpdesk.feedback.invitation.AnswerSummary;
import helpdesk.feedback.invitation.AnswerVia;
import helpdesk.feedback.invitation.Circumstances;
import helpdesk.feedback.invitation.Invitation;
import helpdesk.feedback.invitation.InvitationRepository;
import helpdesk.feedback.invitation.SurveyEvent;
import helpdesk.feedback.invitation.SurveyLinks;
import helpdesk.feedback.survey.Answer;
import helpdesk.feedback.survey.Score;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Asks the bearers of survey links, and takes their answers. */
@ApplicationScoped
public class ResponseService {

    private final SurveyLinks links;
    private final InvitationRepository invitations;
    private final ResponseRepository responses;
    private final EarnedRewards rewards;
    private final FollowUps followUps;
    private final ErasedSubjects erased;
    private final Outbox outbox;
    private final Causation causation;
    private final Clock clock;

    ResponseService(
            SurveyLinks links,
            InvitationRepository invitations,
            ResponseRepository responses,
            EarnedRewards rewards,
            FollowUps followUps,
            ErasedSubjects erased,
            Outbox outbox,
            Causation causation,
            Clock clock) {
        this.links = links;
        this.invitations = invitations;
        this.responses = responses;
        this.rewards = rewards;
        this.followUps = followUps;
        this.erased = erased;
        this.outbox = outbox;
        this.causation = causation;
        this.clock = clock;
    }

    /**
     * What the token's bearer is asked.
     *
     * @param language wanted instead of the ticket's, or null
     */
    @Transactional
    public Asked ask(String token, String language) {
        Invitation invitation = invitations
                .findByIdOptional(links.open(token))
                .filter(this::isRemembered)
                .orElseThrow(ResponseService::unknownLink);
        invitation.gate().requireOpen(clock.instant());
        return asked(invitation, language);
    }

    /**
     * What the customer is asked, for somebody here who talks to them.
     *
     * @param language wanted instead of the ticket's, or null
     */
    @Transactional
    Asked ask(UUID id, String language) {
        return asked(invitations.require(id), language);
    }

    private Asked asked(Invitation invitation, String language) {
        // Speaking reads the survey, so that it is there when the transaction is over.
        String spoken = speak(invitation, language);
        Response response = responses.findOf(invitation).orElse(null);
        List<EarnedReward> earned = response == null ? List.of() : rewards.of(response.id(), clock.instant());
        return new Asked(invitation, invitation.survey(), response, earned, spoken);
    }

    /**
     * Takes the answers of the token's bearer.
     *
     * @param language wanted instead of the ticket's, or null
     */
    @Transactional
    public Receipt answer(String token, List<Answer> answers, String language, AnswerVia via) {
        Invitation invitation = hold(token);
        causation.actAs(customer(invitation));
        return take(invitation, answers, speak(invitation, language), via);
    }

    /**
     * Takes down the answers of a customer who is on the phone, whether the invitation was sent yet or not.
     *
     * @param language wanted instead of the ticket's, or null
     */
    @Transactional
    Receipt takeDown(UUID id, List<Answer> answers, String language) {
        Invitation invitation =
                invitations.lock(id).filter(this::isRemembered).orElseThrow(() -> invitations.unknown(id));
        Instant now = clock.instant();
        if (invitation.isScheduled()) {
            invitation.ask(SurveyLinks.expiry(now, SurveyLinks.SECOND_THOUGHTS), now);
        }
        return take(invitation, answers, speak(invitation, language), AnswerVia.PHONE);
    }

    /** Confirms once more what was received. */
    Receipt receipt(Invitation invitation) {
        return Receipt.of(responses.findOf(invitation).orElseThrow(), invitation.changeableUntil());
    }

    /** Takes the answers to an invitation that nobody else can see yet or that is held. */
    Receipt take(Invitation invitation, List<Answer> answers, String language, AnswerVia via) {
        Instant now = clock.instant();
        invitation.gate().requireUnanswered(now);
        Response response = Response.to(invitation, answers, language, via, now);
        responses.persist(response);
        AnswerSummary summary = summary(response);
        tell(invitation, invitation.answer(summary, now), summary, now);
        return Receipt.of(response, invitation.changeableUntil());
    }

    /**
     * Takes other answers in place of the former ones.
     *
     * @param language wanted instead of the ticket's, or null
     */
    @Transactional
    public Receipt change(String token, List<Answer> answers, String language) {
        Invitation invitation = hold(token);
        invitation.gate().requireAnswered(clock.instant());
        causation.actAs(customer(invitation));
        Instant now = clock.instant();
        Response response = responses.findOf(invitation).orElseThrow();
        if (response.change(answers, speak(invitation, language), now)) {
            AnswerSummary summary = summary(response);
            tell(invitation, invitation.change(summary, now), summary, now);
        }
        return Receipt.of(response, invitation.changeableUntil());
    }

    /** Keeps what the token's bearer has answered so far. It counts when it is sent. */
    @Transactional
    public void keep(String token, List<Answer> answers) {
        Invitation invitation = hold(token);
        invitation.gate().requireUnanswered(clock.instant());
        invitation.survey().requirePossible(answers);
        invitation.keep(answers, clock.instant());
    }

    private Invitation hold(String token) {
        return invitations.lock(links.open(token)).filter(this::isRemembered).orElseThrow(ResponseService::unknownLink);
    }

    /** The links of somebody who was forgotten are as if they had never been. */
    private boolean isRemembered(Invitation invitation) {
        return erased.among(invitation.subjects().toList()).isEmpty();
    }

    private void tell(Invitation invitation, SurveyEvent event, AnswerSummary answer, Instant now) {
        outbox.append(invitation, event);
        followUps.answerAgain(invitation.ticketId(), answer.responseId(), answer.score(), now);
        if (Score.isLow(answer.score()) && invitation.canBeFollowedUp()) {
            outbox.append(invitation, invitation.reportDetractor(answer, now));
            followUps.report(unhappy(invitation, answer, now));
        }
    }

    private static UnhappyAnswer unhappy(Invitation invitation, AnswerSummary answer, Instant now) {
        Circumstances circumstances = invitation.circumstances();
        return new UnhappyAnswer(
                answer.responseId(),
                invitation.ticketId(),
                answer.score(),
                circumstances.agentId(),
                circumstances.agentName(),
                circumstances.team(),
                circumstances.category(),
                circumstances.channel(),
                now);
    }

    private static AnswerSummary summary(Response response) {
        return new AnswerSummary(
                response.id(),
                response.language(),
                response.score(),
                response.via(),
                Comments.of(response.invitation().survey().questions(), response.answers(), response.language()));
    }

    private static Actor customer(Invitation invitation) {
        UUID known = invitation.customerId();
        return Actor.customer((known == null ? invitation.id() : known).toString());
    }

    private static String speak(Invitation invitation, String language) {
        return invitation.survey().speak(language, invitation.language());
    }

    private static RuntimeException unknownLink() {
        return PlatformProblem.NOT_FOUND.problem("This link is not known. Check that it was copied completely.");
    }
}
