package helpdesk.customer;

import helpdesk.platform.problem.ProblemType;

/** What customer-service refuses, beside what every service refuses. */
public enum CustomerProblem implements ProblemType {
    CUSTOMER_NOT_FOUND(404, "There is no such customer"),
    IDENTITY_TAKEN(409, "It belongs to another customer");

    private final int status;
    private final String title;

    CustomerProblem(int status, String title) {
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
