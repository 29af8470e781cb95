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
    SURVEY_WITHDRAWN(410, "The survey was withdrawn");

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
