package helpdesk.feedback.response;

import helpdesk.feedback.response.SurveyLinkView.AskedSurvey;

/**
 * What a card asks.
 *
 * @param language in which the questions are
 */
public record CardView(AskedSurvey survey, String language) {}
