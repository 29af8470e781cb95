package helpdesk.feedback.invitation;

import helpdesk.feedback.survey.Survey;
import helpdesk.feedback.survey.SurveyRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Decides who is asked, as tickets are solved and reopened. */
@ApplicationScoped
public class InvitationService {

    private final InvitationRepository invitations;
    private final SurveyRepository surveys;
    private final SurveySettings settings;
    private final Event<InvitationDue> due;
    private final Clock clock;

    InvitationService(
            InvitationRepository invitations,
            SurveyRepository surveys,
            SurveySettings settings,
            Event<InvitationDue> due,
            Clock clock) {
        this.invitations = invitations;
        this.surveys = surveys;
        this.settings = settings;
        this.due = due;
        this.clock = clock;
    }

    /**
     * Plans to ask about a solution, unless that was planned before or the solution did not last.
     *
     * @param current what customers go on as
     */
    @Transactional
    void schedule(ResolvedTicket ticket, Map<UUID, UUID> current, Cause cause) {
        if (invitations.isAskedOrReopened(ticket.ticketId(), ticket.reopenCount())) {
            return;
        }
        Survey survey = surveys.findDefault()
                .orElseThrow(() -> new IllegalStateException(
                        "No survey is the default one. Publish one with replacesDefault, then redeliver this event."));
        Instant now = clock.instant();
        Invitation invitation =
                Invitation.schedule(ticket, ticket.invitee(current), survey, settings.delay(), cause, now);
        invitations.persist(invitation);
        if (invitation.isDue(now)) {
            due.fire(new InvitationDue());
        }
    }

    /** Asks no more about solutions that did not last. */
    @Transactional
    void reopened(ReopenedTicket ticket) {
        Instant now = clock.instant();
        invitations.rememberReopening(ticket.ticketId(), ticket.reopenCount());
        invitations
                .lockOpenBefore(ticket.ticketId(), ticket.reopenCount())
                .forEach(invitation -> invitation.drop(DropReason.REOPENED, now));
    }

    /**
     * Learns who the customer of a ticket is.
     *
     * @param current what customers go on as
     */
    @Transactional
    void identified(IdentifiedTicket ticket, Map<UUID, UUID> current) {
        if (ticket.customerId() != null) {
            Instant now = clock.instant();
            invitations
                    .lockUnidentified(ticket.ticketId())
                    .forEach(invitation -> invitation.identify(ticket.customerId(), current, now));
        }
    }
}
