package helpdesk.feedback.response;

import helpdesk.feedback.invitation.AnswerSummary;
import helpdesk.feedback.invitation.Invitation;
import helpdesk.feedback.invitation.InvitationRepository;
import helpdesk.feedback.invitation.SurveyLinks;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Asks the bearers of survey links, and takes their answers. */
@ApplicationScoped
public class ResponseService {

    private final SurveyLinks links;
    private final InvitationRepository invitations;
    private final ResponseRepository responses;
    private final ErasedSubjects erased;
    private final Outbox outbox;
    private final Causation causation;
    private final Clock clock;

    ResponseService(
            SurveyLinks links,
            InvitationRepository invitations,
            ResponseRepository responses,
            ErasedSubjects erased,
            Outbox outbox,
            Causation causation,
            Clock clock) {
        this.links = links;
        this.invitations = invitations;
        this.responses = responses;
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
    SurveyLinkView ask(String token, String language) {
        Invitation invitation = invitations
                .findByIdOptional(links.open(token))
                .filter(this::isRemembered)
                .orElseThrow(ResponseService::unknownLink);
        invitation.requireOpen();
        return SurveyLinkView.of(invitation, speak(invitation, language));
    }

    /**
     * Takes the answers of the token's bearer.
     *
     * @param language wanted instead of the ticket's, or null
     */
    @Transactional
    Receipt answer(String token, AnswerRequest request, String language) {
        Invitation invitation = invitations
                .lock(links.open(token))
                .filter(this::isRemembered)
                .orElseThrow(ResponseService::unknownLink);
        invitation.requireUnanswered();
        causation.actAs(customer(invitation));
        Instant now = clock.instant();
        Response response = Response.to(invitation, request.answers(), speak(invitation, language), now);
        responses.persist(response);
        tell(invitation, summary(response), now);
        return Receipt.of(response);
    }

    /** The links of somebody who was forgotten are as if they had never been. */
    private boolean isRemembered(Invitation invitation) {
        return erased.among(invitation.subjects().toList()).isEmpty();
    }

    private void tell(Invitation invitation, AnswerSummary answer, Instant now) {
        outbox.append(invitation, invitation.answer(answer, now));
        if (Score.isLow(answer.score())) {
            outbox.append(invitation, invitation.reportDetractor(answer, now));
        }
    }

    private static AnswerSummary summary(Response response) {
        return new AnswerSummary(
                response.id(),
                response.language(),
                response.score(),
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
