package helpdesk.feedback;

import helpdesk.platform.problem.ProblemType;

/** What feedback-service refuses, beside what every service refuses. */
public enum FeedbackProblem implements ProblemType {
    SURVEY_NOT_FOUND(404, "There is no such survey"),
    SURVEY_NOT_DRAFT(409, "Only a draft can be changed or published"),
    SURVEY_HAS_DRAFT(409, "The survey has a draft already"),
    CAMPAIGN_NOT_FOUND(404, "There is no such campaign"),
    CAMPAIGN_NAME_TAKEN(409, "Another campaign has this name"),
    TOO_MANY_CAMPAIGNS(409, "There are too many campaigns"),
    CAMPAIGN_RUNNING(409, "The campaign is not over yet"),
    UNKNOWN_SURVEY(422, "There is no such survey"),
    SURVEY_NOT_PUBLISHED(409, "The survey is not published"),
    INVITATION_NOT_FOUND(404, "There is no such invitation"),
    ALREADY_ANSWERED(409, "The survey was answered already"),
    NOT_ANSWERED(409, "The survey is not answered yet"),
    SURVEY_WITHDRAWN(410, "The survey was withdrawn"),
    IMPROVEMENT_NOT_FOUND(404, "There is no such improvement"),
    VOICE_NOT_FOUND(404, "Nobody of that id asked for this improvement"),
    SUGGESTION_NOT_FOUND(404, "There is no such suggestion"),
    TRANSITION_NOT_ALLOWED(409, "The improvement cannot take this state now"),
    IMPROVEMENT_MERGED(409, "The improvement goes on in another"),
    CAUSE_COVERED(409, "Another improvement covers this cause"),
    VOICE_TOLD(409, "They were told that it is done"),
    UNKNOWN_CUSTOMER(422, "There is no such customer"),
    UNKNOWN_IMPROVEMENT(422, "There is no such improvement to merge into"),
    UNKNOWN_RESPONSE(422, "There is no such answer");

    private final int status;
    private final String title;

    FeedbackProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
