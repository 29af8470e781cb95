package helpdesk.customer.profile;

import helpdesk.customer.CustomerProblem;
import helpdesk.platform.problem.FieldError;
import helpdesk.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** What is answered when an identity belongs to another customer already. */
final class TakenIdentities {

    private static final String CONSTRAINT = "customer_identity_taken";
    private static final String ORGANIZATION = "customer_organization";

    private TakenIdentities() {}

    /** Names each taken identity by its place in the request, and the customer who has it. */
    static Problem problem(CustomerDetails details, Map<Identity, UUID> owners) {
        List<FieldError> errors = owners.entrySet().stream()
                .map(entry -> new FieldError(
                        details.pointerTo(entry.getKey()),
                        CustomerProblem.IDENTITY_TAKEN.code(),
                        "This belongs to the customer %s.".formatted(entry.getValue())))
                .toList();
        return CustomerProblem.IDENTITY_TAKEN
                .problem("Use the profile that has it, or leave out what the errors name.")
                .with(errors);
    }

    /** The same for what others did between our look and our write; other failures stay what they are. */
    static RuntimeException explain(ConstraintViolationException failure) {
        return switch (String.valueOf(failure.getConstraintName())) {
            case CONSTRAINT ->
                CustomerProblem.IDENTITY_TAKEN.problem(
                        "Somebody registered one of these identities at the same moment. Look the customer up by it.");
            case ORGANIZATION ->
                CustomerProblem.UNKNOWN_ORGANIZATION.at(
                        "/organizationId",
                        "Somebody removed the organisation at the same moment. Try again without it.");
            default -> failure;
        };
    }
}
