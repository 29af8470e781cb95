package helpdesk.feedback;

import helpdesk.platform.problem.ProblemType;

/** What feedback-service refuses, beside what every service refuses. */
public enum FeedbackProblem implements ProblemType {
    SURVEY_NOT_FOUND(404, "There is no such survey"),
    SURVEY_NOT_DRAFT(409, "Only a draft can be changed or published"),
    ALREADY_ANSWERED(409, "The survey was answered already"),
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
