package helpdesk.feedback.staff;

import helpdesk.feedback.response.SurveyLinkView.AskedSurvey;
import java.util.UUID;

/**
 * What staff are asked.
 *
 * @param id of the campaign
 * @param language in which the questions are
 * @param answered whether whoever asks has answered
 */
public record StaffSurveyView(UUID id, String name, AskedSurvey survey, String language, boolean answered) {}
