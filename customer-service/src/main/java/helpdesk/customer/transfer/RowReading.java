package helpdesk.customer.transfer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.customer.organization.Organizations;
import helpdesk.customer.profile.CustomerDetails;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.problem.FieldError;
import helpdesk.platform.problem.Problem;
import helpdesk.platform.text.SpreadsheetText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads rows as profiles, by the same rules as any other profile. */
@ApplicationScoped
class RowReading {

    private static final CustomerDetails NOTHING =
            CustomerDetails.ofContact(null, null, List.of(), List.of(), List.of(), List.of());

    private final Patcher patcher;
    private final Organizations organizations;

    RowReading(Patcher patcher, Organizations organizations) {
        this.patcher = patcher;
        this.organizations = organizations;
    }

    /**
     * What the row says.
     *
     * @throws Problem what is wrong with a cell
     * @throws ConstraintViolationException the same
     */
    CustomerDetails read(Map<String, String> cells) {
        ObjectNode patch = CustomerColumns.patch(cells);
        organization(cells)
                .ifPresent(id -> patch.set("organizationId", JsonNodeFactory.instance.textNode(id.toString())));
        return patcher.apply(new MergePatch(patch), NOTHING);
    }

    private Optional<UUID> organization(Map<String, String> cells) {
        String name = SpreadsheetText.original(cells.getOrDefault(CustomerColumns.ORGANIZATION, ""))
                .strip();
        return name.isEmpty() ? Optional.empty() : Optional.of(organizations.requireNamed(name, "/organization"));
    }

    /** By column what a failure says; empty when it is no fault of the row. */
    static List<RowProblem> problems(RuntimeException failure) {
        return switch (failure) {
            case ConstraintViolationException violations ->
                violations.getConstraintViolations().stream()
                        .map(RowReading::problem)
                        .sorted((one, other) -> one.toString().compareTo(other.toString()))
                        .toList();
            case Problem problem ->
                problem.errors().isEmpty()
                        ? List.of(new RowProblem(null, problem.getMessage()))
                        : problem.errors().stream().map(RowReading::problem).toList();
            default -> List.of();
        };
    }

    private static RowProblem problem(ConstraintViolation<?> violation) {
        // emails[1].<list element> is about emails, customFields<K>[size].<map key> about customFields.
        String path = violation.getPropertyPath().toString();
        return new RowProblem(path.split("[\\[.<]", 2)[0], violation.getMessage());
    }

    private static RowProblem problem(FieldError error) {
        return new RowProblem(
                Stream.of(error.pointer().split("/"))
                        .filter(part -> !part.isEmpty())
                        .findFirst()
                        .orElse(null),
                error.detail());
    }
}
