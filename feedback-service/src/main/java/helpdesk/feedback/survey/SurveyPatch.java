package helpdesk.feedback.survey;

import java.util.List;

/** What a merge patch of a survey may hold, for the API document: the same as when it is created, all of it optional. */
record SurveyPatch(String name, String defaultLanguage, List<Question> questions, Incentive incentive) {}
