package helpdesk.customer;

import helpdesk.platform.problem.ProblemType;

/** What customer-service refuses, beside what every service refuses. */
public enum CustomerProblem implements ProblemType {
    CUSTOMER_NOT_FOUND(404, "There is no such customer"),
    ORGANIZATION_NOT_FOUND(404, "There is no such organisation"),
    NOTE_NOT_FOUND(404, "There is no such note"),
    NAME_TAKEN(409, "The name is taken"),
    DOMAIN_TAKEN(409, "It belongs to another organisation"),
    ORGANIZATION_IN_USE(409, "Customers belong to the organisation"),
    IDENTITY_TAKEN(409, "It belongs to another customer"),
    TOO_MANY_IDENTITIES(409, "The customer has as many as there can be"),
    UNKNOWN_AGENT(422, "The agent is not known or not active"),
    UNKNOWN_ORGANIZATION(422, "There is no such organisation"),
    UNKNOWN_IDENTITY(422, "Nobody is recognised by it");

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
