package helpdesk.feedback.response;

import helpdesk.feedback.invitation.Invitation;
import helpdesk.feedback.survey.Survey;

/**
 * Somebody who is asked, as it is now.
 *
 * @param response null while there is none
 * @param language in which they are asked
 */
public record Asked(Invitation invitation, Survey survey, Response response, String language) {}
