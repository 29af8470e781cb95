package helpdesk.feedback.invitation;

import helpdesk.feedback.survey.Survey;
import java.time.Instant;

/**
 * What is decided when somebody is to be asked.
 *
 * @param solution what is asked about; null when it is something else
 * @param language to ask in
 * @param dueAt when
 */
record InvitationPlan(
        Occasion occasion,
        Solution solution,
        Circumstances circumstances,
        Invitee invitee,
        String language,
        Survey survey,
        Instant dueAt,
        Cause cause) {}
