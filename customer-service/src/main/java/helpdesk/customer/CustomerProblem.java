package helpdesk.customer;

import helpdesk.platform.problem.ProblemType;

/** What customer-service refuses, beside what every service refuses. */
public enum CustomerProblem implements ProblemType {
    CUSTOMER_NOT_FOUND(404, "There is no such customer"),
    ORGANIZATION_NOT_FOUND(404, "There is no such organisation"),
    NOTE_NOT_FOUND(404, "There is no such note"),
    PROGRAM_NOT_FOUND(404, "There is no such reward program"),
    MILESTONE_NOT_FOUND(404, "There is no such milestone"),
    MILESTONE_RULE_NOT_FOUND(404, "There is no such rule for milestones"),
    SUBSCRIPTION_NOT_FOUND(404, "There is no such subscription"),
    LAPSE_RULE_NOT_FOUND(404, "There is no such rule for those who stay away"),
    SEGMENT_NOT_FOUND(404, "There is no such segment"),
    DRAW_NOT_FOUND(404, "There is no such draw"),
    IMPORT_NOT_FOUND(404, "There is no such import"),
    MAPPING_NOT_FOUND(404, "There is no such mapping"),
    MERGE_NOT_FOUND(404, "There is no such merge"),
    DUPLICATE_NOT_FOUND(404, "There is no such suggestion"),
    ERASURE_NOT_FOUND(404, "There is no such erasure"),
    COUPON_NOT_FOUND(404, "There is no such coupon"),
    CUSTOMER_MERGED(409, "The profile goes on in another"),
    ERASURE_UNDER_WAY(409, "The erasure is under way"),
    MERGE_FINAL(409, "The merge cannot be taken back any more"),
    MERGE_INTO_ITSELF(409, "The profile is that one"),
    NAME_TAKEN(409, "The name is taken"),
    DOMAIN_TAKEN(409, "It belongs to another organisation"),
    ORGANIZATION_IN_USE(409, "Customers belong to the organisation"),
    IDENTITY_TAKEN(409, "It belongs to another customer"),
    TOO_MANY_IDENTITIES(409, "The customer has as many as there can be"),
    TOO_MANY_DEFINITIONS(409, "There are too many of them"),
    TOO_MANY_MILESTONES(409, "The customer has as many milestones as there can be"),
    MILESTONE_OF_RULE(409, "The milestone is by a rule"),
    TOO_MANY_SUBSCRIPTIONS(409, "The customer has as many subscriptions as there can be"),
    SUBSCRIPTION_NOT_EXTENDED(409, "The subscription is good for longer already"),
    SUBSCRIPTION_CANCELLED(409, "The subscription is cancelled"),
    EXTERNAL_ID_TAKEN(409, "The external id is taken"),
    TOO_MANY_PROGRAMS(409, "There are too many reward programs"),
    PROGRAM_INACTIVE(409, "The program issues no coupons"),
    NO_COUPONS_LEFT(409, "The program has not so many coupons left"),
    ENOUGH_COUPONS(409, "The customer has as many coupons as the program allows"),
    DRAW_NOT_DRAWN(409, "It is not drawn yet"),
    TOO_MANY_IMPORTS(409, "There are too many imports at once"),
    IMPORT_ENDED(409, "The import is at its end"),
    COUPON_REDEEMED(409, "The coupon is redeemed"),
    COUPON_EXPIRED(409, "The time of the coupon is over"),
    COUPON_REVOKED(409, "The coupon was taken back"),
    CUSTOMER_ERASED(410, "The customer was forgotten"),
    UNKNOWN_CUSTOMER(422, "There is no such customer"),
    UNKNOWN_ORGANIZATION(422, "There is no such organisation"),
    UNKNOWN_SEGMENT(422, "There is no such segment"),
    UNKNOWN_IDENTITY(422, "Nobody is recognised by it"),
    UNKNOWN_PROGRAM(422, "There is no such reward program");

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
