package helpdesk.feedback.response;

import helpdesk.feedback.incentive.EarnedReward;
import helpdesk.feedback.invitation.Invitation;
import helpdesk.feedback.survey.Survey;
import java.util.List;

/**
 * Somebody who is asked, as it is now.
 *
 * @param response null while there is none
 * @param rewards what the answer has earned so far
 * @param language in which they are asked
 */
public record Asked(
        Invitation invitation, Survey survey, Response response, List<EarnedReward> rewards, String language) {}
