package helpdesk.ticket;

import helpdesk.platform.problem.ProblemType;

/** What ticket-service refuses, beside what every service refuses. */
public enum TicketProblem implements ProblemType {
    TICKET_NOT_FOUND(404, "There is no such ticket"),
    COMMENT_NOT_FOUND(404, "There is no such comment"),
    AGENT_NOT_FOUND(404, "There is no such agent"),
    TRANSITION_NOT_ALLOWED(409, "The ticket cannot take this status now"),
    ASSIGNEE_REQUIRED(409, "A ticket is resolved by somebody"),
    RESOLUTION_REQUIRED(409, "A ticket is resolved with a word on how"),
    TICKET_CLOSED(409, "The ticket is closed"),
    HIGHEST_TIER(409, "The ticket is with the highest tier already"),
    EXTERNAL_ID_TAKEN(409, "A ticket with this external id exists"),
    UNKNOWN_CUSTOMER(422, "The customer is not known"),
    UNKNOWN_AGENT(422, "The agent is not known or not active");

    private final int status;
    private final String title;

    TicketProblem(int status, String title) {
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
